// An SMTP server that keeps what it gets: tests read their links from real mails.
import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export interface Mail {
  to: string;
  subject: string;
  /** The plain text part. */
  text: string;
  /** The part that most mail programs show. */
  html: string;
}

export class MailSink {
  private readonly received: Mail[] = [];

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async start(): Promise<MailSink> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const sink = new MailSink(server, (server.address() as AddressInfo).port);
    server.on("connection", (socket) => sink.talk(socket));
    return sink;
  }

  /** Mails to an address so far, oldest first. */
  to(address: string): Mail[] {
    return this.received.filter((mail) => mail.to.toLowerCase() === address.toLowerCase());
  }

  /** Waits for the next mail to an address that `matches`; by default any. */
  async wait(address: string, matches: (mail: Mail) => boolean = () => true): Promise<Mail> {
    for (let attempt = 0; attempt < 200; attempt += 1) {
      const found = this.to(address).findLast(matches);
      if (found) {
        return found;
      }
      await sleep(100);
    }
    const known = this.received.map((mail) => `${mail.to}: ${mail.subject}`).join("\n  ");
    throw new Error(`no mail to ${address}; received:\n  ${known}`);
  }

  /** Waits for a mail and returns the path of the first link in it that begins with `prefix`. */
  async link(address: string, prefix: string): Promise<string> {
    const find = (mail: Mail) => linksIn(mail).find((path) => path.startsWith(prefix));
    const mail = await this.wait(address, (candidate) => find(candidate) !== undefined);
    return find(mail) as string;
  }

  async stop(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** As much of SMTP as a client needs that is not asked for a password. */
  private talk(socket: Socket): void {
    let buffer = "";
    let recipients: string[] = [];
    let inData = false;
    const say = (line: string) => socket.write(`${line}\r\n`);
    say("220 sink");
    socket.on("error", () => socket.destroy());
    socket.on("data", (chunk: Buffer) => {
      buffer += chunk.toString("latin1");
      for (;;) {
        const end = inData ? "\r\n.\r\n" : "\r\n";
        const at = buffer.indexOf(end);
        if (at < 0) {
          return;
        }
        const text = buffer.slice(0, at);
        buffer = buffer.slice(at + end.length);
        if (inData) {
          inData = false;
          this.keep(text.replaceAll("\r\n..", "\r\n."), recipients);
          recipients = [];
          say("250 kept");
          continue;
        }
        const verb = text.slice(0, 4).toUpperCase();
        if (verb === "RCPT") {
          recipients.push(text.match(/<(.*?)>/)?.[1] ?? "");
        }
        inData = verb === "DATA";
        say(inData ? "354 go on" : verb === "QUIT" ? "221 bye" : "250 8BITMIME");
        if (verb === "QUIT") {
          socket.end();
        }
      }
    });
  }

  private keep(source: string, recipients: string[]): void {
    const headers = headersOf(source);
    const subject = decodeWords(headers.get("subject") ?? "");
    for (const to of recipients) {
      this.received.push({ to, subject, text: part(source, "text/plain"), html: part(source, "text/html") });
    }
  }
}

/** Paths (with query) of all links in a mail. */
export function linksIn(mail: Mail): string[] {
  const urls = mail.text.match(/https?:\/\/[^\s<>")]+/g) ?? [];
  return urls.map((url) => new URL(url)).map((url) => url.pathname + url.search + url.hash);
}

function headersOf(source: string): Map<string, string> {
  const head = source.split("\r\n\r\n")[0] ?? "";
  const unfolded = head.replaceAll(/\r\n[ \t]+/g, " ");
  const pairs = unfolded.split("\r\n").map((line): [string, string] => {
    const at = line.indexOf(":");
    return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
  });
  return new Map(pairs);
}

/** The first part of a type, decoded; nothing where there is none. */
function part(source: string, wanted: string): string {
  const headers = headersOf(source);
  const type = headers.get("content-type") ?? "text/plain";
  const body = source.slice(source.indexOf("\r\n\r\n") + 4);
  const boundary = type.match(/boundary="?([^";]+)"?/)?.[1];
  if (boundary) {
    const parts = body.split(`--${boundary}`).slice(1, -1);
    const texts = parts.map((inner) => part(inner.replace(/^\r\n/, ""), wanted));
    return texts.find((text) => text !== "") ?? "";
  }
  if (!type.startsWith(wanted)) {
    return "";
  }
  const encoding = (headers.get("content-transfer-encoding") ?? "").toLowerCase();
  if (encoding === "base64") {
    return Buffer.from(body, "base64").toString("utf8");
  }
  const bytes = encoding === "quoted-printable" ? unquote(body) : body;
  return Buffer.from(bytes, "latin1").toString("utf8");
}

function unquote(text: string): string {
  const joined = text.replaceAll("=\r\n", "");
  return joined.replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** `=?utf-8?b?..?=` and `=?utf-8?q?..?=` */
function decodeWords(text: string): string {
  const joined = text.replaceAll(/\?=\s+=\?/g, "?==?");
  return joined.replaceAll(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, kind: string, word: string) => {
    const bytes = kind.toLowerCase() === "b" ? Buffer.from(word, "base64") : Buffer.from(unquote(word.replaceAll("_", " ")), "latin1");
    return bytes.toString("utf8");
  });
}
