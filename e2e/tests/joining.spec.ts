// Joining: an application without an account, questions, the decision, and the way into the network.
import { apply, application, confirm, expectFilledIn, fields, fillIn, openWaiting, send } from "../support/application";
import { people } from "../support/people";
import { axeClean, expect, inEnglish, open, settled, signIn, test } from "../support/test";

const PASSWORD = "neun Nadeln im Heuhaufen";

test("what is wrong with an application is named, and nothing that was typed is lost", async ({ page }) => {
  const typed = application({ email: "sina.lorenz", city: "" });
  await open(page, "/mitmachen");
  await axeClean(page);
  await fillIn(page, typed);
  await page.getByLabel("Webseite").fill("irgend ein Wort");
  await page.getByRole("group", { name: "Themen" }).getByLabel("Sprache", { exact: true }).check();
  await send(page);

  const summary = page.locator(".notice-wrong");
  await expect(summary, "a keyboard is taken to what is wrong").toBeFocused();
  await expect(summary.getByRole("listitem")).toHaveCount(3);
  await expect(fields(page).email).toHaveAccessibleDescription(/Das ist keine E-Mail-Adresse/);
  await expect(fields(page).city).toHaveAccessibleDescription(/Bitte füllen Sie dieses Feld aus\./);
  await axeClean(page);
  await expectFilledIn(page, typed);

  await summary.getByRole("link", { name: "Ort" }).press("Enter");
  await expect(fields(page).city).toBeFocused();
  await page.keyboard.type("Köthen (Anhalt)");
  await page.reload();
  await settled(page);
  await expectFilledIn(page, { ...typed, city: "Köthen (Anhalt)" });
  await expect(page.getByRole("group", { name: "Themen" }).getByLabel("Sprache", { exact: true })).toBeChecked();

  await fields(page).email.fill("sina.lorenz@fadenlauf.example");
  await page.getByLabel("Webseite").fill("www.fadenlauf.example");
  await send(page);
  await expect(page.getByText("Wir haben eine Nachricht an sina.lorenz@fadenlauf.example geschickt.")).toBeVisible();
  await axeClean(page);
});

test("from the application to the first day as a member", async ({ page, mails, somebodyElse }) => {
  test.setTimeout(150_000);
  const filed = application();
  await open(page, "/mitmachen");
  await fillIn(page, filed);
  await send(page);
  await confirm(page, mails, filed.email);
  await axeClean(page);

  // Whoever closes the window finds the way back in a mail.
  const follow = await mails.link(filed.email, "/antrag/");
  await open(page, follow);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(filed.organisation);
  await expect(page.getByText("Ihr Antrag ist angekommen.")).toBeVisible();
  await expect(page.getByText(filed.motivation)).toBeVisible();
  await axeClean(page);

  const office = await somebodyElse();
  await signIn(office, people.coordinator);
  const told = await mails.wait(people.coordinator, (mail) => mail.subject.includes(filed.organisation));
  expect(told.text).toContain("/verwaltung/antraege/");
  await openWaiting(office, filed.organisation);
  await expect(office.getByRole("button", { name: "Aufnehmen" }), "nothing is decided unseen").toHaveCount(0);
  await office.getByRole("button", { name: "Prüfung beginnen" }).click();
  await office.getByRole("button", { name: "Rückfrage stellen" }).click();
  const question = office.getByRole("dialog", { name: "Rückfrage stellen" });
  await axeClean(office);
  await question.getByRole("button", { name: "Rückfrage stellen" }).click();
  await expect(question.getByText("Bitte füllen Sie dieses Feld aus.")).toBeVisible();
  await question.getByLabel("Ihre Frage").fill("Wie viele Menschen nähen bei Ihnen?");
  await question.getByRole("button", { name: "Rückfrage stellen" }).click();
  await expect(office.getByText("Die Frage ist unterwegs.")).toBeVisible();
  await expect(question).toBeHidden();

  const asked = await mails.wait(filed.email, (mail) => mail.subject === "Rückfrage zu Ihrem Antrag");
  expect(asked.text).toContain("Wie viele Menschen nähen bei Ihnen?");
  await open(page, await mails.link(filed.email, "/antrag/"));
  await expect(page.getByText("Wie viele Menschen nähen bei Ihnen?")).toBeVisible();
  await page.getByRole("button", { name: "Antwort senden" }).click();
  await expect(page.getByLabel("Ihre Antwort")).toHaveAccessibleDescription(/Bitte füllen Sie dieses Feld aus\./);
  await axeClean(page);
  await page.getByLabel("Ihre Antwort").fill("Zwölf, dienstags und donnerstags.");
  await page.getByRole("button", { name: "Antwort senden" }).click();
  await expect(page.getByText("Ihre Antwort ist angekommen.")).toBeVisible();
  await expect(page.getByText("Wir sehen Ihren Antrag gerade durch.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Antwort senden" })).toHaveCount(0);

  const steering = await somebodyElse();
  await signIn(steering, people.steering);
  await openWaiting(steering, filed.organisation);
  await expect(steering.getByText("Zwölf, dienstags und donnerstags.")).toBeVisible();
  await axeClean(steering);
  await steering.getByRole("button", { name: "Aufnehmen" }).click();
  const decision = steering.getByRole("dialog", { name: "Organisation aufnehmen?" });
  await decision.getByLabel("Begründung").fill("Eine Werkstatt hat uns gefehlt.");
  await decision.getByRole("button", { name: "Aufnehmen" }).click();
  await expect(steering.getByText("Die Organisation ist aufgenommen, die Einladung ist unterwegs.")).toBeVisible();
  await expect(steering.getByRole("link", { name: "Zur Mitgliedsorganisation" })).toBeVisible();

  const welcome = await mails.wait(filed.email, (mail) => mail.subject.startsWith("Willkommen bei"));
  expect(welcome.text).toContain("Eine Werkstatt hat uns gefehlt.");
  await open(page, follow);
  await expect(page.getByText("Willkommen! Ihre Organisation ist Mitglied.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Antrag zurückziehen" })).toHaveCount(0);

  const invitation = await mails.link(filed.email, "/einladung/");
  await open(page, invitation);
  await expect(page.getByText(filed.organisation)).toBeVisible();
  await expect(page.getByLabel("Vorname")).toHaveValue(filed.givenName);
  await axeClean(page);
  await page.getByLabel("Passwort", { exact: true }).fill("kurz");
  await page.getByRole("button", { name: "Einladung annehmen" }).click();
  await expect(page.getByLabel("Passwort", { exact: true })).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByLabel("Nachname")).toHaveValue(filed.familyName);
  await page.getByLabel("Passwort", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Einladung annehmen" }).click();

  await expect(page).toHaveURL(/\/heute$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(filed.givenName);
  await settled(page);
  await axeClean(page);
  await page.getByRole("navigation").getByRole("link", { name: "Organisation", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(filed.organisation);
  await expect(page.getByLabel("Was Ihre Organisation tut (Deutsch)")).toHaveValue(filed.purpose);

  await open(page, invitation);
  await expect(page.getByText("Dieser Link funktioniert nicht mehr"), "it works once").toBeVisible();
  const visitor = await somebodyElse();
  await open(visitor, `/mitglieder?q=${encodeURIComponent("Fadenlauf")}`);
  await expect(visitor.getByRole("link", { name: filed.organisation })).toBeVisible();
  await expect(visitor.getByText(filed.familyName), "the contact has not agreed to be published").toHaveCount(0);
});

test("a declined application tells the applicant why", async ({ page, mails, somebodyElse }) => {
  test.setTimeout(120_000);
  const filed = application({ organisation: "Sonnenschein Vermögensberatung", email: "post@sonnenschein.example" });
  await apply(page, mails, filed);
  const follow = page.url();

  const office = await somebodyElse();
  await signIn(office, people.coordinator);
  await openWaiting(office, filed.organisation);
  await office.getByRole("button", { name: "Prüfung beginnen" }).click();
  await office.getByRole("button", { name: "Ablehnen" }).click();
  const dialog = office.getByRole("dialog", { name: "Antrag ablehnen?" });
  await dialog.getByRole("button", { name: "Ablehnen" }).click();
  await expect(dialog.getByText("Bitte füllen Sie dieses Feld aus."), "not without a reason").toBeVisible();
  await dialog.getByLabel("Begründung").fill("Wir nehmen nur auf, wer Zugewanderte oder Betriebe unterstützt.");
  await dialog.getByRole("button", { name: "Ablehnen" }).click();
  await expect(office.getByText("Der Antrag ist abgelehnt.")).toBeVisible();
  await expect(office.getByRole("button", { name: /Aufnehmen|Ablehnen|Rückfrage stellen/ })).toHaveCount(0);

  const mail = await mails.wait(filed.email, (found) => found.subject === "Entscheidung über Ihren Antrag");
  expect(mail.text).toContain("Wir nehmen nur auf, wer Zugewanderte oder Betriebe unterstützt.");
  await open(page, follow);
  await expect(page.getByText("Der Antrag wurde abgelehnt. Der Grund steht im Verlauf.")).toBeVisible();
  await expect(page.getByText("Wir nehmen nur auf, wer Zugewanderte oder Betriebe unterstützt.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Antrag zurückziehen" })).toHaveCount(0);
  await axeClean(page);
  expect(mails.to(filed.email).filter((found) => found.text.includes("/einladung/"))).toEqual([]);
  await open(page, "/mitglieder?q=Sonnenschein");
  await expect(page.getByRole("link", { name: filed.organisation })).toHaveCount(0);
});

test("an application in English is taken back by the applicant", async ({ page, mails, somebodyElse }) => {
  test.setTimeout(120_000);
  await inEnglish(page);
  const filed = application({ organisation: "Newcomers' Choir", email: "choir@newcomers.example" });
  await apply(page, mails, filed);
  const mail = await mails.wait(filed.email);
  expect(mail.text, "the mails are English as well").toContain("Newcomers' Choir");
  expect(mail.text).not.toContain("Antrag");

  const follow = page.url();
  await page.getByRole("button", { name: "Withdraw application" }).click();
  const dialog = page.getByRole("dialog", { name: "Withdraw the application?" });
  await axeClean(page);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Your application has arrived.")).toBeVisible();
  await page.getByRole("button", { name: "Withdraw application" }).click();
  await dialog.getByRole("button", { name: "Withdraw application" }).click();
  await expect(page.getByText("You have withdrawn the application.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Withdraw application" })).toHaveCount(0);

  const office = await somebodyElse();
  await signIn(office, people.coordinator);
  await open(office, "/verwaltung/antraege");
  await expect(office.getByRole("row").nth(1)).toBeVisible();
  await expect(office.getByRole("link", { name: filed.organisation })).toHaveCount(0);
  await open(office, "/verwaltung/antraege?stand=withdrawn");
  await office.getByRole("link", { name: filed.organisation }).click();
  await settled(office);
  await expect(office.getByRole("button", { name: /Aufnehmen|Ablehnen|Prüfung beginnen/ })).toHaveCount(0);

  await open(page, await mails.link(filed.email, "/mitmachen/bestaetigen/"));
  await page.getByRole("button", { name: "Confirm application" }).click();
  await expect(page.getByText("Have you confirmed already?"), "confirming again does not bring it back").toBeVisible();
  await open(page, follow);
  await expect(page.getByText("You have withdrawn the application.")).toBeVisible();
});

test("who decides while somebody else was faster is told, and keeps the reason", async ({ page, mails, somebodyElse }) => {
  test.setTimeout(120_000);
  const filed = application({ organisation: "Kochkreis Quedlinburg", email: "kochen@kochkreis.example" });
  await apply(page, mails, filed);
  const [office, steering] = [await somebodyElse(), await somebodyElse()];
  await signIn(office, people.coordinator);
  await openWaiting(office, filed.organisation);
  await office.getByRole("button", { name: "Prüfung beginnen" }).click();
  await office.getByRole("button", { name: "Ablehnen" }).click();
  const dialog = office.getByRole("dialog", { name: "Antrag ablehnen?" });
  await dialog.getByLabel("Begründung").fill("Ein langer, gut überlegter Grund.");

  await signIn(steering, people.steering);
  await openWaiting(steering, filed.organisation);
  await steering.getByRole("button", { name: "Rückfrage stellen" }).click();
  const question = steering.getByRole("dialog", { name: "Rückfrage stellen" });
  await question.getByLabel("Ihre Frage").fill("Wo kochen Sie?");
  await question.getByRole("button", { name: "Rückfrage stellen" }).click();
  await expect(steering.getByText("Die Frage ist unterwegs.")).toBeVisible();

  await dialog.getByRole("button", { name: "Ablehnen" }).click();
  await expect(dialog.getByText("Jemand hat das inzwischen geändert.")).toBeVisible();
  await expect(dialog.getByLabel("Begründung")).toHaveValue("Ein langer, gut überlegter Grund.");
  await axeClean(office);
  await open(page, page.url());
  await expect(page.getByText("Wo kochen Sie?"), "nothing was decided").toBeVisible();
  await expect(page.getByText("Ein langer, gut überlegter Grund.")).toHaveCount(0);

  await dialog.getByRole("button", { name: "Ablehnen" }).click();
  await expect(office.getByText("Der Antrag ist abgelehnt.")).toBeVisible();
  await open(page, page.url());
  await expect(page.getByText("Ein langer, gut überlegter Grund.")).toBeVisible();
});
