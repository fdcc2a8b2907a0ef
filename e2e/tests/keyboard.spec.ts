// A representative's errand from the start page to signing out, by keys alone.
import type { Locator, Page } from "@playwright/test";
import { tabTo } from "../support/keyboard";
import { PASSWORD, people } from "../support/people";
import { expect, open, settled, test } from "../support/test";

/** Whatever the mouse does fails the test. */
async function takeTheMouseAway(page: Page): Promise<void> {
  await page.addInitScript(() => {
    for (const kind of ["pointerdown", "mousedown", "touchstart"]) {
      addEventListener(kind, () => console.error(`the mouse was used: ${kind}`), { capture: true });
    }
  });
}

/** Goes on by Enter on a link; the new page takes the focus to its heading. */
async function follow(page: Page, link: Locator, address: RegExp): Promise<void> {
  await tabTo(page, link);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(address);
  await settled(page);
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest("main") !== null), { message: "the focus is in the page" }).toBe(true);
}

test("sign in, confirm an offer, sign out", async ({ page }) => {
  await takeTheMouseAway(page);
  await open(page, "/");
  await follow(page, page.getByRole("banner").getByRole("link", { name: "Anmelden" }), /\/anmelden$/);

  await tabTo(page, page.getByLabel("E-Mail-Adresse"));
  await page.keyboard.type(people.representative);
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Passwort", { exact: true }), "the password comes next").toBeFocused();
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/heute$/);
  await settled(page);

  const rail = page.getByRole("navigation", { name: "Hauptnavigation" });
  await page.keyboard.press("Control+Home");
  await follow(page, rail.getByRole("link", { name: "Organisation", exact: true }), /\/organisation$/);
  const tabs = page.getByRole("navigation", { name: "Bereiche der Organisation" });
  await follow(page, tabs.getByRole("link", { name: "Angebote" }), /\/organisation\/angebote/);

  const waiting = page.locator(".entry").filter({ has: page.getByText(/bald zu prüfen|überfällig|ausgeblendet/) });
  const before = await waiting.count();
  expect(before, "the demonstration has offers that wait").toBeGreaterThan(0);
  const title = (await waiting.first().getByRole("heading").textContent()) ?? "";
  await tabTo(page, waiting.first().getByRole("button", { name: /Stimmt noch/ }));
  await page.keyboard.press("Space");
  await expect(page.getByText(`„${title}“ ist als aktuell bestätigt.`)).toBeVisible();
  await expect(waiting).toHaveCount(before - 1);
  await expect(page.getByRole("link", { name: title, exact: true }).first(), "the focus stays with the offer").toBeFocused();

  await tabTo(page, rail.getByRole("button", { name: "Abmelden" }), 200);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByRole("banner").getByRole("link", { name: "Anmelden" })).toBeVisible();
  await page.goto("/konto");
  await expect(page, "nobody is signed in").toHaveURL(/\/anmelden/);
});

test("a dialog keeps the focus inside and gives it back", async ({ page }) => {
  await takeTheMouseAway(page);
  await open(page, "/anmelden?weiter=/organisation/personen");
  await tabTo(page, page.getByLabel("E-Mail-Adresse"));
  await page.keyboard.type(people.representative);
  await page.keyboard.press("Tab");
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/organisation\/personen$/);
  await settled(page);
  const opener = page.getByRole("button", { name: "Person einladen" });
  await tabTo(page, opener, 150);
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Person einladen" });
  await expect(dialog).toBeVisible();
  for (let presses = 0; presses < 25; presses += 1) {
    await page.keyboard.press("Tab");
    const behind = await page.evaluate(() => {
      const active = document.activeElement;
      return active !== null && active !== document.body && active.closest("dialog") === null;
    });
    expect(behind, "Tab never leads behind the dialog").toBe(false);
  }
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(opener).toBeFocused();
});
