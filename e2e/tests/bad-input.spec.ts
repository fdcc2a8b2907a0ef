// What people write stays text: markup and script run nowhere, and every script of the world survives.
import type { Page } from "@playwright/test";
import { apply, application, fields, fillIn, openWaiting, send, type Application } from "../support/application";
import type { Mail } from "../support/mail";
import { people } from "../support/people";
import { axeClean, expect, inEnglish, open, settled, signIn, test } from "../support/test";

/** A text that does something if anybody takes it for markup: it asks for a file and opens a dialog. */
const evil = (name: string) => `<img src=/evil onerror=alert(1)>${name}<script>alert(2)</script>`;
const EVIL = /<img src=\/evil onerror=alert\(1\)>/;

/** Fails on any dialog that a page opens. */
function watchDialogs(page: Page): string[] {
  const seen: string[] = [];
  page.on("dialog", (dialog) => {
    seen.push(dialog.message());
    void dialog.dismiss();
  });
  return seen;
}

/** Nothing of what people wrote has become an element, and everything is still there as text. */
async function expectText(page: Page, ...names: string[]): Promise<void> {
  await settled(page);
  for (const name of names) {
    await expect(page.getByText(evil(name)).first(), name).toBeVisible();
  }
  await expect(page.locator('[onerror], img[src*="evil"], main script')).toHaveCount(0);
}

/** Shows the part of a mail that most programs show, without any protection, and looks what happens. */
async function expectHarmless(page: Page, mail: Mail, ...names: string[]): Promise<void> {
  expect(mail.html, "there is a part in HTML").toContain("<html");
  expect(mail.subject).not.toMatch(/[\r\n]/);
  await page.setContent(mail.html);
  await expect(page.locator('[onerror], img[src*="evil"], script')).toHaveCount(0);
  for (const name of names) {
    await expect(page.getByText(evil(name)).first(), name).toBeVisible();
    expect(mail.text).toContain(evil(name));
  }
}

test("an application full of markup is text wherever it is read", async ({ page, mails, somebodyElse }) => {
  test.setTimeout(180_000);
  const pages = [page, await somebodyElse(), await somebodyElse()] as const;
  const [, office, reader] = pages;
  const dialogs = pages.map(watchDialogs);
  const filed = application({
    organisation: evil("Verein"),
    purpose: `${evil("Zweck")}\n\n</p></div>${evil("Absatz")}`,
    street: evil("Gasse"),
    postalCode: "<b>1</b>",
    city: evil("Ort"),
    givenName: evil("Vorname"),
    familyName: evil("Nachname"),
    motivation: evil("Gründe"),
  });

  // Addresses and numbers are refused, and still stand in their fields.
  await open(page, "/mitmachen");
  const wrong: Application = { ...filed, email: evil("mail") };
  await fillIn(page, wrong);
  await page.getByLabel("Webseite").fill("javascript:alert(3)");
  await page.getByLabel("Telefon").fill("<b>4711</b>");
  await send(page);
  await expect(fields(page).email).toHaveAccessibleDescription(/Das ist keine E-Mail-Adresse/);
  await expect(page.getByLabel("Webseite")).toHaveAccessibleDescription(/Das ist keine Webadresse/);
  await expect(page.getByLabel("Telefon")).toHaveAccessibleDescription(/Das ist keine Telefonnummer/);
  await expect(fields(page).email).toHaveValue(evil("mail"));
  await expect(page.getByLabel("Webseite")).toHaveValue("javascript:alert(3)");
  await expect(page.getByLabel("Telefon")).toHaveValue("<b>4711</b>");
  await page.getByLabel("Webseite").fill("");
  await page.getByLabel("Telefon").fill("");

  await apply(page, mails, filed);
  await expectText(page, "Verein", "Zweck", "Ort", "Gründe");
  await axeClean(page);
  await expectHarmless(reader, await mails.wait(filed.email), "Verein");
  await expectHarmless(reader, await mails.wait(people.coordinator, (mail) => EVIL.test(mail.subject)), "Verein");

  await signIn(office, people.coordinator);
  await open(office, "/heute");
  await expect(office.getByText(EVIL).first()).toBeVisible();
  await open(office, "/verwaltung/antraege");
  await expectText(office, "Verein", "Ort");
  await openWaiting(office, filed.organisation);
  await expectText(office, "Verein", "Zweck", "Absatz", "Gasse", "Ort", "Gründe");
  await axeClean(office);
  await office.getByRole("button", { name: "Prüfung beginnen" }).click();
  await office.getByRole("button", { name: "Rückfrage stellen" }).click();
  const question = office.getByRole("dialog", { name: "Rückfrage stellen" });
  await question.getByLabel("Ihre Frage").fill(evil("Frage"));
  await question.getByRole("button", { name: "Rückfrage stellen" }).click();
  await expectText(office, "Frage");
  await expectHarmless(reader, await mails.wait(filed.email, (mail) => mail.subject.startsWith("Rückfrage")), "Verein", "Frage");

  await page.reload();
  await page.getByLabel("Ihre Antwort").fill(evil("Antwort"));
  await page.getByRole("button", { name: "Antwort senden" }).click();
  await expectText(page, "Frage", "Antwort");
  await expectHarmless(reader, await mails.wait(people.coordinator, (mail) => mail.subject.startsWith("Antwort zum Antrag")), "Antwort");

  await office.reload();
  await office.getByRole("button", { name: "Aufnehmen" }).click();
  const decision = office.getByRole("dialog", { name: "Organisation aufnehmen?" });
  await decision.getByLabel("Begründung").fill(evil("Begründung"));
  await decision.getByRole("button", { name: "Aufnehmen" }).click();
  await expectText(office, "Begründung", "Antwort");
  await expectHarmless(reader, await mails.wait(filed.email, (mail) => mail.text.includes(evil("Begründung"))), "Verein", "Begründung");
  const invitation = await mails.wait(filed.email, (mail) => mail.text.includes("/einladung/"));
  await expectHarmless(reader, invitation, "Verein");

  await open(page, await mails.link(filed.email, "/einladung/"));
  await expectText(page, "Verein");
  await expect(page.getByLabel("Vorname")).toHaveValue(evil("Vorname"));
  await open(office, "/verwaltung/mitglieder?q=Verein");
  await expectText(office, "Verein");
  await office.goto("/verwaltung/postausgang");
  await expectText(office);
  await expect(office.getByText(EVIL).first()).toBeVisible();

  await open(page, "/mitglieder?q=Verein");
  await page.getByRole("link", { name: evil("Verein") }).click();
  await expectText(page, "Verein", "Zweck", "Absatz");
  await axeClean(page);
  expect(dialogs.flat()).toEqual([]);
});

test("a profile full of markup is text on the public page, in both languages", async ({ page, somebodyElse }) => {
  test.setTimeout(120_000);
  const visitor = await somebodyElse();
  const dialogs = [page, visitor].map(watchDialogs);
  await signIn(page, people.representative);
  await open(page, "/organisation");
  const address = (await page.getByRole("link", { name: "Öffentliche Seite ansehen" }).getAttribute("href")) ?? "";
  const form = page.locator("#profile");
  await form.getByLabel("Name der Organisation").fill(evil("Verein"));
  await form.getByLabel("Kurzname").fill("<script>alert(4)</script>");
  await form.getByLabel("Was Ihre Organisation tut (Deutsch)").fill(evil("Zweck"));
  await form.getByLabel("Was Ihre Organisation tut (Englisch)").fill(evil("Purpose"));
  await form.getByLabel("Straße und Hausnummer").fill(evil("Gasse"));
  await form.getByLabel("Postleitzahl").fill("<b>1</b>");
  await form.getByLabel(/^Ort/).fill(evil("Ort"));
  await form.getByLabel("Webseite").fill("javascript:alert(3)");
  await form.getByLabel("E-Mail-Adresse").fill(evil("mail"));
  await form.getByLabel("Telefon").fill(evil("Telefon"));
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.locator(".notice-wrong").getByRole("listitem")).toHaveCount(3);
  await expect(form.getByLabel("Webseite")).toHaveAccessibleDescription(/Das ist keine Webadresse/);
  await expect(form.getByLabel("E-Mail-Adresse")).toHaveValue(evil("mail"));
  await form.getByLabel("Webseite").fill("https://x.example/?q=<script>alert(5)</script>");
  await form.getByLabel("E-Mail-Adresse").fill("post@x.example");
  await form.getByLabel("Telefon").fill("");
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByText("Gespeichert.")).toBeVisible();
  await expect(form.getByLabel("Was Ihre Organisation tut (Englisch)")).toHaveValue(evil("Purpose"));

  await page.getByRole("button", { name: "Ansprechperson hinzufügen" }).click();
  const dialog = page.getByRole("dialog", { name: "Ansprechperson hinzufügen" });
  await dialog.getByLabel("Name", { exact: true }).fill(evil("Kontakt"));
  await dialog.getByLabel("Funktion").fill(evil("Funktion"));
  await dialog.getByLabel("E-Mail-Adresse").fill("kontakt@x.example");
  await dialog.getByLabel("Zugestimmt am").fill("2020-01-01");
  await dialog.getByRole("button", { name: "Speichern" }).click();
  await expect(dialog).toBeHidden();
  await expectText(page, "Kontakt");

  await open(visitor, address);
  await expectText(visitor, "Verein", "Zweck", "Gasse", "Ort", "Kontakt", "Funktion");
  await axeClean(visitor);
  await open(visitor, "/mitglieder?q=Zweck");
  await expectText(visitor, "Verein");
  await open(visitor, `/mitglieder?q=${encodeURIComponent(evil("gesucht"))}`);
  await expect(visitor.getByRole("searchbox")).toHaveValue(evil("gesucht"));
  await expectText(visitor);
  await inEnglish(visitor);
  await open(visitor, address);
  await expectText(visitor, "Purpose");
  await open(page, "/organisation/angebote");
  await expectText(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(evil("Verein"));
  expect(dialogs.flat()).toEqual([]);
});

test("names in every script survive the whole way", async ({ page, mails, somebodyElse }) => {
  test.setTimeout(120_000);
  // Right to left, Cyrillic, an emoji of several signs, a base letter with two marks of its own.
  const filed = application({
    organisation: "بيت الضيافة · Дім дружби 👩‍👩‍👧‍👦",
    givenName: "Оле\u0301на",
    familyName: "Nguye\u0302\u0303n-Şahin",
    city: "Köthen",
    purpose: "مرحبا بكم\n\nЛаскаво просимо 🏡 नमस्ते ขอบคุณ 谢谢",
    motivation: "z\u0351\u036b\u0343a\u0310lgo\u0301 \u200d ❤️",
  });
  const same = (text: string) => text.normalize("NFC");
  await apply(page, mails, filed);
  expect(same((await page.getByRole("heading", { level: 1 }).textContent()) ?? "")).toBe(same(filed.organisation));
  for (const words of ["مرحبا بكم", "Ласкаво просимо 🏡 नमस्ते ขอบคุณ 谢谢"]) {
    await expect(page.getByText(words)).toBeVisible();
  }
  expect(same(await page.getByRole("main").innerText())).toContain(same(filed.motivation));
  const mail = await mails.wait(people.coordinator, (found) => found.subject.includes("Дім дружби"));
  expect(same(mail.subject)).toContain(same(filed.organisation));
  expect(same(mail.text)).toContain(same(filed.organisation));

  const office = await somebodyElse();
  await signIn(office, people.coordinator);
  await openWaiting(office, filed.organisation);
  expect(same(await office.getByRole("main").innerText())).toContain(same(`${filed.givenName} ${filed.familyName}`));
  await office.getByRole("button", { name: "Prüfung beginnen" }).click();
  await office.getByRole("button", { name: "Aufnehmen" }).click();
  const decision = office.getByRole("dialog");
  await decision.getByLabel("Begründung").fill("Ласкаво просимо 💛");
  await decision.getByRole("button", { name: "Aufnehmen" }).click();
  await expect(office.getByText("Die Organisation ist aufgenommen, die Einladung ist unterwegs.")).toBeVisible();

  await open(page, await mails.link(filed.email, "/einladung/"));
  expect(same(await page.getByLabel("Vorname").inputValue())).toBe(same(filed.givenName));
  expect(same(await page.getByLabel("Nachname").inputValue())).toBe(same(filed.familyName));
  for (const words of ["дружби", "الضيافة"]) {
    await open(page, `/mitglieder?q=${encodeURIComponent(words)}`);
    await expect(page.getByRole("link", { name: filed.organisation }), words).toBeVisible();
  }
  await page.getByRole("link", { name: filed.organisation }).click();
  await expect(page.getByText("مرحبا بكم")).toBeVisible();
  await axeClean(page);
});
