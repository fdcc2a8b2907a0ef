// Starts the real server on a free port with a database of its own, and ends it again.
import { spawn, type ChildProcess } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { serverBinary, templateFolder, webFolder } from "./environment";
import { MailSink } from "./mail";

/** What the database holds at the start. */
export type Contents = "demo" | "empty";

export class Server {
  private constructor(
    /** Where people would type. */
    readonly url: string,
    /** The mails it sent. */
    readonly mails: MailSink,
    /** All it printed. */
    readonly output: string[],
    private readonly folder: string,
    private readonly port: number,
    private process: ChildProcess,
  ) {}

  static async start(contents: Contents): Promise<Server> {
    const folder = mkdtempSync(join(tmpdir(), "verbund-e2e-"));
    if (contents === "demo") {
      cpSync(templateFolder(), folder, { recursive: true });
    }
    const mails = await MailSink.start();
    const port = await freePort();
    const output: string[] = [];
    const process = launch(folder, port, mails.port, output);
    const server = new Server(`http://localhost:${port}`, mails, output, folder, port, process);
    await server.ready();
    return server;
  }

  /** Ends the process at once, as a power cut would. */
  async kill(): Promise<void> {
    await end(this.process, "SIGKILL");
  }

  /** Starts it again on the same data and the same port. */
  async restart(): Promise<void> {
    this.process = launch(this.folder, this.port, this.mails.port, this.output);
    await this.ready();
  }

  async stop(): Promise<void> {
    await end(this.process, "SIGTERM");
    await this.mails.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async ready(): Promise<void> {
    for (let attempt = 0; attempt < 300; attempt += 1) {
      if (this.process.exitCode !== null) {
        break;
      }
      const answer = await fetch(`${this.url}/health/ready`).catch(() => null);
      if (answer?.ok) {
        return;
      }
      await sleep(50);
    }
    throw new Error(`the server did not become ready:\n${this.output.join("")}`);
  }
}

function launch(folder: string, port: number, smtpPort: number, output: string[]): ChildProcess {
  const flags = {
    "--data-dir": folder,
    "--listen": `127.0.0.1:${port}`,
    "--public-url": `http://localhost:${port}`,
    "--smtp-url": `smtp://127.0.0.1:${smtpPort}`,
    "--mail-from": "Verbund <verbund@netzwerk.example>",
    "--web-dir": webFolder(),
  };
  const child = spawn(serverBinary(), ["serve", ...Object.entries(flags).flat()], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  child.stdout.on("data", (text: Buffer) => output.push(text.toString()));
  child.stderr.on("data", (text: Buffer) => output.push(text.toString()));
  return child;
}

async function end(child: ChildProcess, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  const impatient = setTimeout(() => child.kill("SIGKILL"), 5_000);
  await gone;
  clearTimeout(impatient);
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
