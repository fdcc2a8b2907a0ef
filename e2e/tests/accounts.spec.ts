// Accounts: signing in and staying so, several tabs, links from mails, second factor, invitations.
import { createHmac } from "node:crypto";
import type { Page } from "@playwright/test";
import { PASSWORD, people } from "../support/people";
import { axeClean, expect, open, settled, signIn, test } from "../support/test";

const NEW_PASSWORD = "vier Esel auf dem Dach";

/** The code an authenticator app shows at a time (RFC 6238). */
function code(secret: string, at = Date.now()): string {
  const bits = [...secret.replaceAll(" ", "")].map((c) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c).toString(2).padStart(5, "0"));
  const bytes = bits.join("").match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [];
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const digest = createHmac("sha1", Buffer.from(bytes)).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

async function signOut(page: Page): Promise<void> {
  await open(page, "/konto");
  await page.getByRole("main").getByRole("button", { name: "Abmelden" }).click();
  await expect(page).toHaveURL(/\/$/);
}

test("signing in by keyboard, and a wrong password keeps what was typed", async ({ page }) => {
  await open(page, "/anmelden");
  const email = page.getByLabel("E-Mail-Adresse");
  await email.focus();
  await page.keyboard.type(people.representative);
  await page.keyboard.press("Tab");
  await page.keyboard.type("etwas ganz anderes");
  await page.keyboard.press("Enter");
  await expect(page.getByText("E-Mail-Adresse oder Passwort stimmt nicht.")).toBeVisible();
  await expect(email).toHaveValue(people.representative);
  await axeClean(page);
  await page.getByLabel("Passwort", { exact: true }).fill(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/heute/);
});

test("a page for signed-in people leads back to itself, and a reload stays signed in", async ({ page }) => {
  await page.goto("/konto/sicherheit");
  await expect(page).toHaveURL(/\/anmelden\?weiter=/);
  await page.getByLabel("E-Mail-Adresse").fill(people.staff);
  await page.getByLabel("Passwort", { exact: true }).fill(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/konto\/sicherheit$/);
  await page.reload();
  await settled(page);
  await expect(page).toHaveURL(/\/konto\/sicherheit$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mein Konto");
});

test("an address elsewhere is no place to go on to", async ({ page }) => {
  await page.goto("/anmelden?weiter=//evil.example/");
  await page.getByLabel("E-Mail-Adresse").fill(people.staff);
  await page.getByLabel("Passwort", { exact: true }).fill(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/heute/);
});

test("two tabs share a session, and signing out in one signs out the other", async ({ page, context }) => {
  await signIn(page, people.representative);
  const second = await context.newPage();
  await second.goto("/konto");
  await settled(second);
  await Promise.all([page.reload(), second.reload()]);
  await settled(page);
  await settled(second);
  await expect(second).toHaveURL(/\/konto$/);
  await signOut(page);
  await expect(second).toHaveURL(/\/anmelden/);
});

test("signing out everywhere ends the session on another device", async ({ page, browser, server }) => {
  await signIn(page, people.representative);
  const elsewhere = await browser.newContext({ baseURL: server.url, locale: "de-DE" });
  const other = await elsewhere.newPage();
  await signIn(other, people.representative);
  await open(page, "/konto/sitzungen");
  await expect(page.getByRole("row")).toHaveCount(3);
  await page.getByRole("button", { name: "Überall abmelden" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Überall abmelden" }).click();
  await expect(page).toHaveURL(/\/$/);
  await other.goto("/konto");
  await expect(other).toHaveURL(/\/anmelden/);
  await elsewhere.close();
});

test("a forgotten password is set anew by the link in the mail, once", async ({ page, mails }) => {
  await open(page, "/passwort-vergessen");
  await page.getByLabel("E-Mail-Adresse").fill(people.staff);
  await page.getByRole("button", { name: "Link anfordern" }).click();
  await expect(page.getByText("Sehen Sie in Ihr Postfach")).toBeVisible();
  const link = await mails.link(people.staff, "/passwort/");
  await open(page, link);
  await page.getByLabel("Neues Passwort").fill("kurz");
  await page.getByRole("button", { name: "Passwort festlegen" }).click();
  await expect(page.getByLabel("Neues Passwort")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Neues Passwort").fill(NEW_PASSWORD);
  await page.getByRole("button", { name: "Passwort festlegen" }).click();
  await expect(page).toHaveURL(/\/anmelden/);
  await signIn(page, people.staff, NEW_PASSWORD);
  await open(page, link);
  await expect(page.getByText("Dieser Link funktioniert nicht mehr")).toBeVisible();
  await axeClean(page);
});

test("the second factor is turned on, asked for, and replaced by a recovery code", async ({ page }) => {
  await signIn(page, people.representative);
  await open(page, "/konto/sicherheit");
  await page.getByRole("button", { name: "Einrichten" }).click();
  await page.locator("#totp-start-password").fill(PASSWORD);
  await page.getByRole("button", { name: "Weiter" }).click();
  await expect(page.getByAltText("QR-Code für die Authenticator-App")).toBeVisible();
  await axeClean(page);
  const secret = await page.locator(".totp-secret code").innerText();
  await page.locator("#totp-confirm-code").fill(code(secret));
  await page.getByRole("button", { name: "Einschalten" }).click();
  await expect(page.locator(".codes li")).toHaveCount(10);
  const recovery = await page.locator(".codes li").first().innerText();
  await page.getByRole("button", { name: "Ich habe die Codes aufbewahrt" }).click();
  await signOut(page);

  await open(page, "/anmelden");
  await page.getByLabel("E-Mail-Adresse").fill(people.representative);
  await page.getByLabel("Passwort", { exact: true }).fill(PASSWORD);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Zweiter Schritt");
  await expect(page.getByLabel("Code")).toBeFocused();
  await axeClean(page);
  await page.keyboard.type("000000");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Dieser Code stimmt nicht oder wurde schon verwendet.").first()).toBeVisible();
  await page.getByLabel("Code").fill(recovery);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/heute/);
});

test("language and theme stay as chosen over signing in and reloading", async ({ page }) => {
  await open(page, "/anmelden");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
  await signIn(page, people.staff);
  await page.reload();
  await settled(page);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test.describe("an empty network", () => {
  test.use({ contents: "empty" });

  test("the printed link makes the first coordinator, who is signed in", async ({ page, server }) => {
    const link = server.output.join("").match(/\/erster-start\/[0-9a-f]+/)?.[0] ?? "";
    await open(page, link);
    await page.getByLabel("Vorname").fill("Anna");
    await page.getByLabel("Nachname").fill("Anders");
    await page.getByLabel("E-Mail-Adresse").fill("anna@netzwerk.example");
    await page.getByLabel("Passwort", { exact: true }).fill(NEW_PASSWORD);
    await page.getByRole("button", { name: "Konto anlegen" }).click();
    await expect(page).toHaveURL(/\/verwaltung\/netzwerk/);
    await open(page, link);
    await expect(page.getByText("Dieser Link funktioniert nicht mehr")).toBeVisible();
  });
});
