// The coordination office at work: the network's name, a term, a role in the network.
import { people } from "../support/people";
import { axeClean, expect, open, signIn, test } from "../support/test";

test.beforeEach(async ({ page }) => signIn(page, people.coordinator));

test("a changed name of the network stands in the header at once", async ({ page }) => {
  await open(page, "/verwaltung/netzwerk");
  await axeClean(page);
  await page.getByLabel("Name", { exact: true }).fill("");
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByRole("link", { name: "Name", exact: true })).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill("Netzwerk Neuer Name");
  // The header is a narrow place: it shows the short name.
  await page.getByLabel("Kurzname").fill("Neuer Name");
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByText("Das Profil des Netzwerks ist gespeichert.")).toBeVisible();
  await expect(page.getByRole("banner")).toContainText("Neuer Name");
});

test("a new term stands in its list and moves by keyboard", async ({ page }) => {
  await open(page, "/verwaltung/begriffe");
  await axeClean(page);
  await page.getByRole("button", { name: "Begriff hinzufügen" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name (Deutsch)").fill("Pflege & Alter");
  await dialog.getByLabel("Name (Englisch)").fill("Care and age");
  await dialog.getByRole("button", { name: "Speichern" }).click();
  const row = page.getByRole("row").filter({ hasText: "Pflege & Alter" });
  await expect(row).toContainText("pflege_alter");
  await page.getByRole("button", { name: "Pflege & Alter nach oben" }).press("Enter");
  await expect(page.getByText("Die neue Reihenfolge gilt.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Pflege & Alter nach oben" })).toBeFocused();
});

test("a person is found, gets a role in the network and loses it again", async ({ page }) => {
  await open(page, "/verwaltung/personen");
  await axeClean(page);
  await page.getByRole("searchbox").fill(people.staff);
  await page.getByRole("searchbox").press("Enter");
  await expect(page).toHaveURL(/q=/);
  await expect(page.getByRole("row")).toHaveCount(2);
  await page.getByRole("row").nth(1).getByRole("link").first().click();
  await expect(page.getByText("Keine Aufgabe im Netzwerk.")).toBeVisible();
  await axeClean(page);
  await page.getByRole("button", { name: "Aufgabe geben" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Aufgabe geben" }).click();
  await expect(page.getByText("Die Aufgabe ist vergeben.")).toBeVisible();
  await page.getByRole("button", { name: "Aufgabe beenden" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Letzter Tag").fill("2000-01-01");
  await dialog.getByRole("button", { name: "Aufgabe beenden" }).click();
  await expect(page.getByText("Keine Aufgabe im Netzwerk.")).toBeVisible();
});
