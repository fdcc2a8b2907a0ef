// A representative at work on the own organisation: profile, logo, colleagues.
import { Buffer } from "node:buffer";
import type { Page } from "@playwright/test";
import { people } from "../support/people";
import { axeClean, expect, inEnglish, open, settled, signIn, test } from "../support/test";

test.describe.configure({ timeout: 120_000 });

const german = (page: Page) => page.getByLabel("Was Ihre Organisation tut (Deutsch)");
const english = (page: Page) => page.getByLabel("Was Ihre Organisation tut (Englisch)");
const save = (page: Page) => page.getByRole("button", { name: "Speichern" }).click();
const saved = (page: Page) => expect(page.getByText("Gespeichert.").last()).toBeVisible();

/** The smallest picture there is: one grey pixel. */
const PIXEL = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==", "base64");

test("the profile is changed in both languages and read in both", async ({ page, somebodyElse }) => {
  await signIn(page, people.representative);
  await open(page, "/organisation");
  await axeClean(page);
  const address = await page.getByRole("link", { name: "Öffentliche Seite ansehen" }).getAttribute("href");

  await german(page).fill("");
  await english(page).fill("We open doors.\n\nEvery day.");
  await page.getByLabel("Webseite").fill("kein Ort im Netz");
  await save(page);
  const summary = page.locator(".notice-wrong");
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("listitem")).toHaveCount(2);
  await expect(german(page)).toHaveAccessibleDescription(/Bitte füllen Sie dieses Feld aus\./);
  await expect(english(page)).toHaveValue("We open doors.\n\nEvery day.");
  await axeClean(page);

  await german(page).fill("Wir öffnen Türen.\n\nJeden Tag.");
  await page.getByLabel("Webseite").fill("www.wk-boerde-elbe.example/neu");
  await page.getByRole("group", { name: "Themen" }).getByLabel("Sprache", { exact: true }).check();
  await save(page);
  await saved(page);
  await expect(page.getByLabel("Webseite"), "it is shown as it was completed").toHaveValue("https://www.wk-boerde-elbe.example/neu");

  // The page goes on working: once more, without loading it anew.
  await page.getByLabel("Kurzname").fill("WK Börde");
  await save(page);
  await expect(page.getByLabel("Kurzname")).toHaveValue("WK Börde");
  await page.reload();
  await settled(page);
  await expect(page.getByLabel("Kurzname")).toHaveValue("WK Börde");

  const visitor = await somebodyElse();
  await open(visitor, address ?? "");
  await expect(visitor.getByText("Wir öffnen Türen.")).toBeVisible();
  await expect(visitor.getByRole("main").getByText("Sprache", { exact: false }).first()).toBeVisible();
  await inEnglish(visitor);
  await open(visitor, address ?? "");
  await expect(visitor.getByText("We open doors.")).toBeVisible();
  await expect(visitor.getByText("Every day.")).toBeVisible();
  await expect(visitor.getByText("Wir öffnen Türen.")).toHaveCount(0);
  await axeClean(visitor);
});

test("two tabs change the profile: the second one is told, and loses nothing", async ({ page, somebodyElse }) => {
  await signIn(page, people.representative);
  await open(page, "/organisation");
  const other = await somebodyElse();
  await signIn(other, people.representative);
  await open(other, "/organisation");
  await german(other).fill("Der andere Text.");
  await save(other);
  await saved(other);

  await german(page).fill("Mein langer Text.");
  await english(page).fill("My long text.");
  await save(page);
  await expect(page.locator(".notice-wrong")).toContainText("Jemand hat das inzwischen geändert.");
  await expect(page.getByText("Ihre Eingaben stehen noch in den Feldern.")).toBeVisible();
  await expect(german(page)).toHaveValue("Mein langer Text.");
  await expect(english(page)).toHaveValue("My long text.");
  await axeClean(page);
  await other.reload();
  await settled(other);
  await expect(german(other), "nothing was overwritten").toHaveValue("Der andere Text.");

  // The person decides: first the other text, then, once more behind, the own one.
  await page.getByRole("button", { name: "Neuen Stand laden" }).click();
  await expect(german(page)).toHaveValue("Der andere Text.");
  await expect(page.locator(".notice-wrong")).toHaveCount(0);
  await german(other).fill("Der dritte Text.");
  await save(other);
  await expect(other.getByRole("button", { name: "Neuen Stand laden" })).toHaveCount(0);
  await saved(other);
  await german(page).fill("Mein letzter Text.");
  await save(page);
  await page.getByRole("button", { name: "Meine Eingaben speichern" }).click();
  await saved(page);
  await expect(page.locator(".notice-wrong")).toHaveCount(0);
  await other.reload();
  await settled(other);
  await expect(german(other)).toHaveValue("Mein letzter Text.");
});

for (const language of ["de", "en"] as const) {
  test(`a logo that is no picture is refused, a picture is shown (${language})`, async ({ page, expectedProblems }) => {
    // The door answers with a status of its own, which the browser writes into its console.
    expectedProblems.push(/Failed to load resource.*\/api\/uploads/);
    if (language === "en") {
      await inEnglish(page);
    }
    const sentence = language === "de" ? /Diese Art von Datei ist hier nicht möglich\. Erlaubt: / : /This kind of file is not possible here\. Allowed: /;
    await signIn(page, people.representative);
    await open(page, "/organisation");
    const field = page.getByLabel(language === "de" ? "Neues Logo" : "New logo");
    const picture = page.locator("main img.avatar-large");
    const before = await picture.count();
    for (const content of ["<script>alert(1)</script>", '<svg xmlns="http://www.w3.org/2000/svg"/>', "GIF89a"]) {
      await field.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: Buffer.from(content) });
      await expect(field).toHaveAccessibleDescription(sentence);
      await expect(picture).toHaveCount(before);
    }
    await axeClean(page);
    await field.setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: PIXEL });
    await expect(page.getByText(language === "de" ? "Das Logo ist gespeichert." : "The logo is saved.")).toBeVisible();
    await expect(picture).toHaveCount(1);
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
    await page.getByRole("button", { name: language === "de" ? "Logo entfernen" : "Remove logo" }).click();
    await expect(picture).toHaveCount(0);
  });
}

test("what is typed into the profile survives a new logo and a new contact", async ({ page }) => {
  await signIn(page, people.representative);
  await open(page, "/organisation");
  await german(page).fill("Noch nicht gespeichert.");
  await page.getByLabel("Neues Logo").setInputFiles({ name: "logo.png", mimeType: "image/png", buffer: PIXEL });
  await expect(page.getByText("Das Logo ist gespeichert.")).toBeVisible();
  await expect(page.locator("main img.avatar-large")).toHaveCount(1);
  await expect(german(page)).toHaveValue("Noch nicht gespeichert.");

  await page.getByRole("button", { name: "Ansprechperson hinzufügen" }).click();
  const dialog = page.getByRole("dialog", { name: "Ansprechperson hinzufügen" });
  await dialog.getByLabel("Name", { exact: true }).fill("Yusuf Öztürk");
  await dialog.getByLabel("Telefon").fill("+49 391 4711");
  await axeClean(page);
  await dialog.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByRole("heading", { name: "Yusuf Öztürk" })).toBeVisible();
  await expect(german(page)).toHaveValue("Noch nicht gespeichert.");
  await save(page);
  await saved(page);
  await page.reload();
  await settled(page);
  await expect(german(page)).toHaveValue("Noch nicht gespeichert.");
});

test("a colleague is invited for a time, accepts, and has just that role", async ({ page, mails, somebodyElse }) => {
  const colleague = "yusuf.oeztuerk@wk-boerde-elbe.example";
  await signIn(page, people.representative);
  await open(page, "/organisation/personen");
  await axeClean(page);
  await page.getByRole("button", { name: "Person einladen" }).click();
  const dialog = page.getByRole("dialog", { name: "Person einladen" });
  await dialog.getByLabel("E-Mail-Adresse").fill(colleague);
  await dialog.getByLabel("Vorname").fill("Yusuf");
  await dialog.getByLabel("Nachname").fill("Öztürk");
  await dialog.getByLabel("Rolle").selectOption({ label: "Stellvertretung" });
  await dialog.getByLabel("Von").fill("2020-02-01");
  await dialog.getByLabel("Bis").fill("2019-12-31");
  await axeClean(page);
  await dialog.getByRole("button", { name: "Einladung senden" }).click();
  await expect(dialog.getByLabel("Bis")).toHaveAccessibleDescription(/Das Ende liegt vor dem Anfang\./);
  await expect(dialog.getByLabel("Vorname")).toHaveValue("Yusuf");
  expect(mails.to(colleague)).toEqual([]);
  await dialog.getByLabel("Bis").fill("2099-12-31");
  await dialog.getByRole("button", { name: "Einladung senden" }).click();
  await expect(page.getByText("Die Einladung ist unterwegs.")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: colleague })).toBeVisible();

  const invited = await somebodyElse();
  const link = await mails.link(colleague, "/einladung/");
  await open(invited, link);
  await expect(invited.getByText("Wirtschaftskammer Börde-Elbe").first()).toBeVisible();
  await expect(invited.getByText("Stellvertretung")).toBeVisible();
  await expect(invited.getByText("31. Dezember 2099")).toBeVisible();
  await axeClean(invited);
  await invited.getByLabel("Passwort", { exact: true }).fill("drei Kannen Tee am Morgen");
  await invited.getByRole("button", { name: "Einladung annehmen" }).click();
  await expect(invited).toHaveURL(/\/heute$/);
  await open(invited, "/organisation");
  await expect(invited.getByRole("heading", { level: 1 })).toHaveText("Wirtschaftskammer Börde-Elbe");
  await expect(invited.getByText("Das Profil ändern Vertretungen Ihrer Organisation.")).toBeVisible();
  await expect(invited.getByRole("button", { name: "Speichern" })).toHaveCount(0);

  await page.reload();
  await settled(page);
  const row = page.getByRole("row").filter({ hasText: colleague });
  await expect(row).toContainText("Stellvertretung");
  await expect(row).toContainText("2099");
  await expect(page.getByText("Zurzeit ist keine Einladung offen.")).toBeVisible();
});

test("two tabs change an offer: the second one is told, and decides", async ({ page, somebodyElse }) => {
  await signIn(page, people.representative);
  await open(page, "/organisation/angebote");
  await page.getByRole("link", { name: /^Bearbeiten/ }).first().click();
  await expect(page).toHaveURL(/bearbeiten=/);
  await settled(page);
  const other = await somebodyElse();
  await signIn(other, people.representative);
  await open(other, page.url());
  const title = (of: Page) => of.getByLabel("Titel (Deutsch)");
  await title(other).fill("Der andere Titel");
  await other.getByRole("button", { name: "Änderungen speichern" }).click();
  await expect(other.getByText("„Der andere Titel“ ist gespeichert.")).toBeVisible();

  await title(page).fill("Mein Titel");
  await page.getByRole("button", { name: "Änderungen speichern" }).click();
  await expect(page.getByText("Ihre Eingaben stehen noch in den Feldern.")).toBeVisible();
  await expect(title(page)).toHaveValue("Mein Titel");
  await axeClean(page);
  await page.getByRole("button", { name: "Meine Eingaben speichern" }).click();
  await expect(page.getByText("„Mein Titel“ ist gespeichert.")).toBeVisible();
});

test("two tabs change a contact: the second one is told, and decides", async ({ page, somebodyElse }) => {
  const other = await somebodyElse();
  const dialog = (of: Page) => of.getByRole("dialog", { name: "Ansprechperson ändern" });
  for (const tab of [page, other]) {
    await signIn(tab, people.representative);
    await open(tab, "/organisation");
    await tab.getByRole("button", { name: "Ändern" }).first().click();
  }
  await dialog(other).getByLabel("Funktion").fill("Die andere Funktion");
  await dialog(other).getByRole("button", { name: "Speichern" }).click();
  await expect(dialog(other)).toBeHidden();
  await dialog(page).getByLabel("Funktion").fill("Meine Funktion");
  await dialog(page).getByRole("button", { name: "Speichern" }).click();
  await expect(dialog(page).getByText("Ihre Eingaben stehen noch in den Feldern.")).toBeVisible();
  await expect(dialog(page).getByLabel("Funktion")).toHaveValue("Meine Funktion");
  await axeClean(page);
  await dialog(page).getByRole("button", { name: "Meine Eingaben speichern" }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(page.getByText("Meine Funktion")).toBeVisible();
});
