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

test("an app that a bug stopped says so", async ({ page, expectedProblems }) => {
  expectedProblems.push(/unreachable/);
  await open(page, "/impressum");
  const notice = page.getByRole("alert").filter({ hasText: "reagiert nicht mehr" });
  await expect(notice).toBeHidden();
  await page.evaluate(() => {
    setTimeout(() => {
      throw new WebAssembly.RuntimeError("unreachable");
    });
  });
  await expect(notice).toBeVisible();
  await axeClean(page);
  await notice.getByRole("link", { name: "laden Sie die Seite neu" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Impressum" })).toBeVisible();
  await expect(notice).toBeHidden();
});

test("a part of the app that cannot be loaded says so and can be tried again", async ({ page, expectedProblems }) => {
  expectedProblems.push(/503/);
  await open(page, "/impressum");
  await page.route("**/offers.parts", (route) => route.fulfill({ status: 503 }));
  await page.getByRole("navigation").getByRole("link", { name: "Angebote" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Die Seite konnte nicht geladen werden" })).toBeVisible();
  await axeClean(page);
  await page.unroute("**/offers.parts");
  await page.getByRole("button", { name: "Noch einmal versuchen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Angebote" })).toBeVisible();
});

test("another language stays after a reload", async ({ page }) => {
  await open(page, "/");
  await page.getByRole("banner").getByRole("button", { name: "English" }).press("Enter");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("navigation").getByRole("link", { name: "Members" }).first()).toBeVisible();
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("banner").getByRole("button", { name: "Deutsch" })).toBeVisible();
});

test("a chosen theme is there before anything is painted", async ({ page, expectedProblems }) => {
  expectedProblems.push(/./);
  await open(page, "/");
  await page.getByRole("radio", { name: "Dunkel" }).check({ force: true });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  // Without the app: only the bootstrap file can have set it.
  await page.route("**/*.wasm", (route) => route.abort());
  await page.goto("/", { waitUntil: "commit" });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("Ctrl+K opens a box that goes anywhere; Escape gives the focus back", async ({ page }) => {
  await open(page, "/");
  const opener = page.getByRole("banner").getByRole("button", { name: /Suchen/ });
  await opener.focus();
  await page.keyboard.press("Control+k");
  const box = page.getByRole("dialog");
  await expect(box.getByRole("combobox")).toBeFocused();
  await axeClean(page);
  await page.keyboard.press("Escape");
  await expect(box).toBeHidden();
  await expect(opener).toBeFocused();
  await page.keyboard.press("Control+k");
  await box.getByRole("combobox").fill("Mitgl");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/mitglieder$/);
});
