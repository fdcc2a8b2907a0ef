// An organisation's own offers: confirming, writing, publishing, taking back.
import { people } from "../support/people";
import { axeClean, expect, open, settled, signIn, test } from "../support/test";

test("a representative confirms an offer by one click", async ({ page }) => {
  await signIn(page, people.representative);
  await open(page, "/organisation/angebote");
  const waiting = page.locator(".entry").filter({ has: page.getByText(/bald zu prüfen|überfällig|ausgeblendet/) });
  const before = await waiting.count();
  expect(before, "the demonstration has offers that wait").toBeGreaterThan(0);
  await axeClean(page);
  const title = (await waiting.first().getByRole("heading").textContent()) ?? "";
  await waiting.first().getByRole("button", { name: /Stimmt noch/ }).click();
  await expect(page.getByText(`„${title}“ ist als aktuell bestätigt.`)).toBeVisible();
  await expect(waiting).toHaveCount(before - 1);
  await expect(page.getByRole("link", { name: title, exact: true }).first(), "the focus is not lost").toBeFocused();
});

test("a draft is written, completed, published and seen by the public", async ({ page, browser, baseURL }) => {
  await signIn(page, people.representative);
  await open(page, "/organisation/angebote");
  await page.getByRole("link", { name: "Neues Angebot" }).click();
  await expect(page).toHaveURL(/bearbeiten=neu/);
  await settled(page);

  await page.getByRole("button", { name: "Als Entwurf speichern" }).click();
  await expect(page.getByText("Bitte prüfen").first()).toBeAttached();
  await page.getByLabel("Titel (Deutsch)").fill("Probesprechstunde für Löt- und Schweißbetriebe");
  await page.getByLabel("Beschreibung (Deutsch)").fill("Wir sprechen eine Stunde lang.\n\nDanach wissen Sie mehr.");
  await page.getByRole("button", { name: "Speichern und veröffentlichen" }).click();
  await expect(page.locator(".notice-wrong").getByRole("link", { name: "Thema" })).toBeVisible();
  await axeClean(page);

  await page.getByRole("group", { name: "Zielgruppe" }).getByLabel("Unternehmen").check();
  await page.getByRole("group", { name: "Thema" }).getByLabel("Fachkräfte gewinnen").check();
  await page.getByLabel("In ganz Sachsen-Anhalt").check();
  await page.getByLabel("E-Mail").fill("probe@wk-boerde-elbe.example");
  await page.getByRole("button", { name: "Speichern und veröffentlichen" }).click();
  await expect(page.getByText(/ist jetzt öffentlich/)).toBeVisible();
  await expect(page.getByRole("link", { name: /Probesprechstunde/ }).first()).toBeVisible();

  const visitor = await browser.newPage({ baseURL });
  await open(visitor, "/angebote?q=schweissbetriebe");
  await visitor.getByRole("link", { name: /Probesprechstunde/ }).click();
  await expect(visitor.getByText("Danach wissen Sie mehr.")).toBeVisible();
  await expect(visitor.getByText("ganz Sachsen-Anhalt")).toBeVisible();
  await visitor.close();
});

test("an offer that is taken back is gone from the directory", async ({ page }) => {
  await signIn(page, people.representative);
  await open(page, "/organisation/angebote");
  const entry = page.locator(".entry").filter({ has: page.getByText("veröffentlicht", { exact: true }) }).first();
  const title = (await entry.getByRole("heading").textContent()) ?? "";
  await entry.getByRole("button", { name: /Archivieren/ }).click();
  const dialog = page.getByRole("dialog", { name: "Angebot archivieren?" });
  await dialog.getByRole("button", { name: "Archivieren" }).click();
  await expect(page.getByText(`„${title}“ ist archiviert.`)).toBeVisible();
  await open(page, `/angebote?q=${encodeURIComponent(title)}`);
  await expect(page.getByRole("link", { name: title, exact: true })).toHaveCount(0);
});

test("staff see the offers of their organisation but change nothing", async ({ page }) => {
  await signIn(page, people.staff);
  await open(page, "/organisation/angebote");
  await expect(page.locator(".entry").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Neues Angebot" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: /Stimmt noch|Archivieren|Veröffentlichen/ })).toHaveCount(0);
});
