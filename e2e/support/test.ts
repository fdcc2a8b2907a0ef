// The `test` of all journeys: a server of its own with the demonstration network, a page that
// fails the test on any error in the console, signing in, accessibility.
import { test as base, expect, type BrowserContext, type Page } from "@playwright/test";
import { expectAccessible } from "./axe";
import type { MailSink } from "./mail";
import { PASSWORD } from "./people";
import { Server, type Contents } from "./server";

interface Options {
  /** What the database holds at the start of a test. */
  contents: Contents;
  /** One server for all tests of a worker; only for tests that change nothing. */
  shared: boolean;
}

interface Fixtures {
  server: Server;
  mails: MailSink;
  /** Errors in the console that a test provokes on purpose. */
  expectedProblems: RegExp[];
  /** A page in a browser of somebody else, with cookies of its own; its console is watched as well. */
  somebodyElse: () => Promise<Page>;
}

interface WorkerFixtures {
  sharedServer: () => Promise<Server>;
}

export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  contents: ["demo", { option: true }],
  shared: [false, { option: true }],

  sharedServer: [
    async ({}, use) => {
      let server: Promise<Server> | undefined;
      await use(() => (server ??= Server.start("demo")));
      await (await server)?.stop();
    },
    { scope: "worker" },
  ],

  server: async ({ shared, sharedServer, contents }, use, info) => {
    const server = shared ? await sharedServer() : await Server.start(contents);
    await use(server);
    if (info.status !== info.expectedStatus) {
      await info.attach("server output", { body: server.output.join(""), contentType: "text/plain" });
    }
    if (!shared) {
      await server.stop();
    }
  },

  mails: async ({ server }, use) => use(server.mails),

  baseURL: async ({ server }, use) => use(server.url),

  expectedProblems: async ({}, use) => use([]),

  page: async ({ page, expectedProblems }, use) => {
    const problems = watch(page);
    await use(page);
    const unexpected = problems.filter((problem) => !expectedProblems.some((pattern) => pattern.test(problem)));
    expect(unexpected, "errors in the browser's console").toEqual([]);
  },

  somebodyElse: async ({ browser, baseURL, locale, timezoneId, viewport, expectedProblems }, use) => {
    const contexts: BrowserContext[] = [];
    const problems: string[][] = [];
    await use(async () => {
      const context = await browser.newContext({ baseURL, locale, timezoneId, viewport });
      contexts.push(context);
      const page = await context.newPage();
      problems.push(watch(page));
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
    const unexpected = problems.flat().filter((problem) => !expectedProblems.some((pattern) => pattern.test(problem)));
    expect(unexpected, "errors in the console of somebody else").toEqual([]);
  },
});

export { expect };

/** Collects errors, violations of the content security policy among them. */
export function watch(page: Page): string[] {
  const problems: string[] = [];
  page.on("pageerror", (error) => problems.push(`exception: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" || message.text().includes("Content Security Policy")) {
      problems.push(`${message.text()} (${message.location().url})`);
    }
  });
  return problems;
}

/** From now on the app speaks English in this page. */
export async function inEnglish(page: Page): Promise<void> {
  await page.addInitScript(() => localStorage.setItem("verbund.locale", "en"));
}

/** Signs in as a person does, and waits until the app has gone on. */
export async function signIn(page: Page, email: string, password: string = PASSWORD): Promise<void> {
  await page.goto("/anmelden");
  await page.locator('input[type="email"], input[autocomplete~="username"]').first().fill(email);
  await page.locator('input[type="password"]').first().fill(password);
  await page.locator('main form button[type="submit"]').first().click();
  await expect(page).not.toHaveURL(/\/anmelden/);
  await settled(page);
}

/** Opens a page and waits until nothing on it is still loading. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

/** Waits until the page has its heading and shows no placeholder any more. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator("main h1").first()).toBeVisible();
  await expect(page.locator('.skeleton, .routing-bar-active, [aria-busy="true"]')).toHaveCount(0);
}

/** Nothing that axe could name, and nothing that sticks out sideways. */
export const axeClean = expectAccessible;
