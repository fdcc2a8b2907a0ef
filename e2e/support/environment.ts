// Where the browser, the server and the web app are; `cargo xtask test browser` says so.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

function wanted(name: string): string {
  const value = process.env[name];
  if (!value) {
    throw new Error(`${name} is not set; run the tests with: cargo xtask test browser`);
  }
  return value;
}

/** The Chromium to drive: `CHROMIUM`, else the first one in PATH. */
export function chromiumPath(): string {
  if (process.env.CHROMIUM) {
    return process.env.CHROMIUM;
  }
  const folders = (process.env.PATH ?? "").split(delimiter);
  const names = ["chromium", "chromium-browser", "google-chrome"];
  const found = folders.flatMap((folder) => names.map((name) => join(folder, name))).find((path) => existsSync(path));
  if (!found) {
    throw new Error("no Chromium found; set CHROMIUM to its path");
  }
  return found;
}

/** The server binary under test. */
export const serverBinary = (): string => wanted("VERBUND_BINARY");

/** The folder with the built web app. */
export const webFolder = (): string => wanted("VERBUND_WEB_DIST");

/** Folder with the prepared demonstration database, made once per run. */
export const templateFolder = (): string => wanted("VERBUND_E2E_TEMPLATE");
