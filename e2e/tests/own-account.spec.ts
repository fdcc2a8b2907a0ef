// The own account: another address, another password by mail, the own data, and leaving.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { PASSWORD, people } from "../support/people";
import { axeClean, expect, inEnglish, open, settled, signIn, test } from "../support/test";

test.describe.configure({ timeout: 120_000 });

const NEW_ADDRESS = "olena.neu@wk-boerde-elbe.example";

async function expectNoEntry(page: Page, email: string, password: string): Promise<void> {
  await open(page, "/anmelden");
  await page.getByLabel("E-Mail-Adresse").fill(email);
  await page.getByLabel("Passwort", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
  await expect(page.getByText("E-Mail-Adresse oder Passwort stimmt nicht.")).toBeVisible();
}

test("another address counts from the moment its link was followed", async ({ page, mails, somebodyElse }) => {
  await signIn(page, people.staff);
  await open(page, "/konto");
  const form = page.locator("#email-change");
  await form.getByLabel("Neue E-Mail-Adresse").fill(NEW_ADDRESS);
  await form.getByLabel("Passwort", { exact: true }).fill("nicht meines");
  await form.getByRole("button", { name: "Link schicken" }).click();
  await expect(form.getByLabel("Passwort", { exact: true })).toHaveAccessibleDescription(/Das Passwort stimmt nicht\./);
  await expect(form.getByLabel("Neue E-Mail-Adresse")).toHaveValue(NEW_ADDRESS);
  await axeClean(page);
  expect(mails.to(NEW_ADDRESS)).toEqual([]);
  await form.getByLabel("Passwort", { exact: true }).fill(PASSWORD);
  await form.getByRole("button", { name: "Link schicken" }).click();
  await expect(page.getByText("Sehen Sie im Postfach der neuen Adresse nach.")).toBeVisible();
  const link = await mails.link(NEW_ADDRESS, "/adresse/");

  // Until then nothing has changed; the link works in any browser, as mail programs open one of their own.
  const elsewhere = await somebodyElse();
  await signIn(elsewhere, people.staff);
  await open(page, link);
  await axeClean(page);
  await page.getByRole("button", { name: "Adresse bestätigen" }).click();
  await expect(page.getByText("Ihre neue Adresse gilt")).toBeVisible();
  await axeClean(page);
  const notice = await mails.wait(people.staff, (mail) => mail.subject === "Änderung an Ihrem Konto");
  expect(notice.text).toContain("die E-Mail-Adresse Ihres Kontos wurde geändert");

  const fresh = await somebodyElse();
  await expectNoEntry(fresh, people.staff, PASSWORD);
  await signIn(fresh, NEW_ADDRESS);
  await open(fresh, "/konto");
  await expect(fresh.getByText(`Sie melden sich mit ${NEW_ADDRESS} an.`)).toBeVisible();
  await open(fresh, link);
  await expect(fresh.getByText("Dieser Link funktioniert nicht mehr")).toBeVisible();
});

test("the own data come in one file, without secrets", async ({ page }) => {
  await signIn(page, people.staff);
  await open(page, "/konto/daten");
  await axeClean(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Herunterladen" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.json$/);
  const text = await readFile((await download.path()) ?? "", "utf8");
  const data: unknown = JSON.parse(text);
  expect(data).toBeInstanceOf(Object);
  expect(text).toContain(people.staff);
  expect(text, "roles are in it").toContain("Wirtschaftskammer Börde-Elbe");
  expect(text, "nobody else's address is").not.toContain(people.representative);
  expect(text).not.toMatch(/argon2|passwordHash|password_hash/);
});

test("who leaves is gone, after the password was asked for", async ({ page, somebodyElse }) => {
  const elsewhere = await somebodyElse();
  await signIn(elsewhere, people.staff);
  await signIn(page, people.staff);
  await open(page, "/konto/daten");
  await page.getByRole("button", { name: "Konto löschen" }).click();
  const dialog = page.getByRole("dialog", { name: "Konto löschen" });
  await dialog.getByLabel("Passwort", { exact: true }).fill("nicht meines");
  await axeClean(page);
  await dialog.getByRole("button", { name: "Endgültig löschen" }).click();
  await expect(dialog.getByLabel("Passwort", { exact: true })).toHaveAccessibleDescription(/Das Passwort stimmt nicht\./);
  await dialog.getByRole("button", { name: "Abbrechen" }).click();
  await expect(dialog).toBeHidden();
  await page.reload();
  await settled(page);
  await expect(page, "nothing happened yet").toHaveURL(/\/konto\/daten$/);

  await page.getByRole("button", { name: "Konto löschen" }).click();
  await dialog.getByLabel("Passwort", { exact: true }).fill(PASSWORD);
  await dialog.getByRole("button", { name: "Endgültig löschen" }).click();
  await expect(page.getByText("Ihr Konto ist gelöscht.")).toBeVisible();
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByRole("navigation").getByRole("link", { name: "Anmelden" }).first()).toBeVisible();
  await expectNoEntry(page, people.staff, PASSWORD);
  await elsewhere.goto("/konto");
  await expect(elsewhere, "other devices are signed out").toHaveURL(/\/anmelden/);

  const colleague = await somebodyElse();
  await signIn(colleague, people.representative);
  await open(colleague, "/organisation/personen");
  await expect(colleague.getByRole("row").nth(1)).toBeVisible();
  await expect(colleague.getByText(people.staff)).toHaveCount(0);
});

test("a forgotten password, in English: the same answer for everybody, and other devices are out", async ({ page, mails, somebodyElse }) => {
  const elsewhere = await somebodyElse();
  await signIn(elsewhere, people.staff);
  await inEnglish(page);
  for (const address of ["nobody@nowhere.example", people.staff]) {
    await open(page, "/passwort-vergessen");
    await page.getByLabel(/^E-?mail address/i).fill(address);
    await page.keyboard.press("Enter");
    await expect(page.getByText("If there is an account")).toBeVisible();
    await axeClean(page);
  }
  await open(page, await mails.link(people.staff, "/passwort/"));
  await page.getByLabel("New password").fill("vier Esel auf dem Dach");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/anmelden/);
  expect(mails.to("nobody@nowhere.example")).toEqual([]);
  await elsewhere.goto("/konto");
  await expect(elsewhere).toHaveURL(/\/anmelden/);
  await expectNoEntry(elsewhere, people.staff, PASSWORD);
  await signIn(page, people.staff, "vier Esel auf dem Dach");
});

test("two tabs change the own name: the second one is told, and decides", async ({ page, somebodyElse }) => {
  const other = await somebodyElse();
  for (const tab of [page, other]) {
    await signIn(tab, people.staff);
    await open(tab, "/konto");
  }
  const family = (of: Page) => of.locator("#profile").getByLabel("Nachname");
  const save = (of: Page) => of.locator("#profile").getByRole("button", { name: "Speichern", exact: true }).click();
  await family(other).fill("Kowaltschuk-Meier");
  await save(other);
  await expect(other.getByText("Gespeichert.")).toBeVisible();
  await family(page).fill("Kowaltschuk-Schulz");
  await save(page);
  await expect(page.getByText("Ihre Eingaben stehen noch in den Feldern.")).toBeVisible();
  await expect(family(page)).toHaveValue("Kowaltschuk-Schulz");
  await axeClean(page);
  await page.getByRole("button", { name: "Neuen Stand laden" }).click();
  await expect(family(page)).toHaveValue("Kowaltschuk-Meier");
  await family(page).fill("Kowaltschuk-Schulz");
  await save(page);
  await expect(page.getByText("Gespeichert.")).toBeVisible();
});
