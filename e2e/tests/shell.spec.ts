// The frame around all pages, by keyboard: skip link, navigation, language, theme.
import { people } from "../support/people";
import { axeClean, expect, open, signIn, test } from "../support/test";

test.use({ shared: true });

test("the first Tab offers to skip to the content", async ({ page }) => {
  await open(page, "/");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Zum Inhalt springen" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.locator("main")).toBeFocused();
});

test("every entry of the navigation is reached by Tab and followed by Enter", async ({ page }) => {
  await open(page, "/");
  const link = page.getByRole("navigation").getByRole("link", { name: "Angebote" }).first();
  for (let presses = 0; presses < 25; presses += 1) {
    await page.keyboard.press("Tab");
    if (await link.evaluate((element) => element === document.activeElement)) {
      break;
    }
  }
  await expect(link).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/angebote$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await axeClean(page);
});

test("a page that is opened takes the focus to its heading and names itself", async ({ page }) => {
  await open(page, "/");
  const before = await page.title();
  await page.getByRole("navigation").getByRole("link", { name: "Mitglieder" }).first().click();
  await expect(page).toHaveURL(/\/mitglieder$/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page).not.toHaveTitle(before);
  const focused = await page.evaluate(() => document.activeElement?.closest("main") !== null);
  expect(focused, "the focus is inside the new page").toBe(true);
});

test("reloading keeps a person signed in", async ({ page }) => {
  await signIn(page, people.representative);
  await page.reload();
  await expect(page).toHaveURL(/\/heute/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("an address that does not exist says so and leads on", async ({ page }) => {
  await open(page, "/gibt-es-nicht");
  await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
  await axeClean(page);
});

test("without JavaScript the page says in both languages what it needs", async ({ browser, server }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(server.url);
  await expect(page.getByRole("heading", { name: "Verbund braucht JavaScript" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Verbund needs JavaScript" })).toBeVisible();
  await context.close();
});

test("an app that cannot start says so in both languages", async ({ page, expectedProblems }) => {
  expectedProblems.push(/./);
  await page.route("**/*.wasm", (route) => route.fulfill({ status: 503 }));
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "Die Anwendung konnte nicht starten" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "The application could not start" })).toBeVisible();
  await axeClean(page);
});
