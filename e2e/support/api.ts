// Sends the app's own operations as the app does, to prepare what a journey is not about.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, type APIRequestContext } from "@playwright/test";
import { PASSWORD } from "./people";

const FOLDER = fileURLToPath(new URL("../../shared/operations", import.meta.url));

/** The id of the document in which an operation stands. */
function document(operation: string): string {
  const wanted = new RegExp(`^(query|mutation) ${operation}\\b`, "m");
  const texts = readdirSync(FOLDER).map((name) => readFileSync(join(FOLDER, name), "utf8"));
  const text = texts.find((text) => wanted.test(text));
  if (!text) {
    throw new Error(`no document holds ${operation}`);
  }
  return createHash("sha256").update(text).digest("hex");
}

/** What an operation answers; journeys read no more of it than they need. */
type Data = any;

/** Somebody who is signed in, without a browser. */
export class Caller {
  private constructor(
    private readonly request: APIRequestContext,
    private readonly token: string,
  ) {}

  static async signedIn(request: APIRequestContext, email: string): Promise<Caller> {
    const data = await call(request, "", "SignIn", { input: { email, password: PASSWORD } });
    return new Caller(request, data.signIn.session.accessToken);
  }

  /** Sends an operation and gives its data; the test fails where it is refused. */
  async send(operation: string, variables: object): Promise<Data> {
    return call(this.request, this.token, operation, variables);
  }
}

async function call(request: APIRequestContext, token: string, operation: string, variables: object): Promise<Data> {
  const headers: Record<string, string> = { "x-verbund-request": "1" };
  if (token) {
    headers.authorization = `Bearer ${token}`;
  }
  const data = { id: document(operation), operationName: operation, variables };
  const answer = await (await request.post("/graphql", { headers, data })).json();
  expect(answer.errors, operation).toBeUndefined();
  return answer.data;
}
