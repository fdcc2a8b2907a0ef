// Before all tests: loads the demonstration network once; each server starts from a copy of it.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { serverBinary } from "./environment";

export default function prepare(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "verbund-e2e-template-"));
  process.env.VERBUND_E2E_TEMPLATE = folder;
  execFileSync(serverBinary(), ["demo", "--data-dir", folder], { stdio: ["ignore", "ignore", "inherit"] });
  return () => rmSync(folder, { recursive: true, force: true });
}
