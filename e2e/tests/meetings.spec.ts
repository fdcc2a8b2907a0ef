// Meetings: planning one, its agenda by keyboard, inviting, replying from the mail, a date poll, the rules of procedure.
import type { Page } from "@playwright/test";
import { act, ask, confirm, inDays } from "../support/groups";
import { linksIn } from "../support/mail";
import { group } from "../support/tasks";
import { axeClean, expect, inEnglish, open, settled, signIn, test } from "../support/test";

test.describe.configure({ timeout: 150_000 });

async function toMeetings(page: Page): Promise<void> {
  await open(page, "/gruppen?q=Sprache");
  await page.getByRole("main").getByRole("link", { name: /Sprache/ }).first().click();
  await settled(page);
  await page.getByRole("main").getByRole("link", { name: "Sitzungen", exact: true }).click();
  await settled(page);
}

async function addItem(page: Page, title: string, duration: string): Promise<void> {
  const agenda = page.locator("#meeting-agenda");
  await agenda.getByRole("link", { name: "Punkt hinzufügen", exact: true }).click();
  await settled(page);
  await page.getByLabel("Titel").fill(title);
  await page.getByLabel("Dauer in Minuten").fill(duration);
  await page.getByRole("button", { name: "Punkt hinzufügen" }).click();
  await expect(agenda.getByRole("heading", { name: title })).toBeVisible();
  await settled(page);
}

test("a meeting is planned, its agenda put in order by keyboard, and a member replies from the mail", async ({
  page,
  somebodyElse,
  mails,
}) => {
  const title = "Sitzung zum Kursplan";
  await signIn(page, group.chair);
  await toMeetings(page);
  await page.getByRole("link", { name: "Sitzung planen" }).click();
  await settled(page);
  await page.getByRole("button", { name: "Sitzung planen" }).click();
  await expect(page.locator(".notice-wrong")).toBeFocused();
  await expect(page.getByLabel("Titel")).toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Titel").fill(title);
  // What is typed survives a reload.
  await page.reload();
  await settled(page);
  await expect(page.getByLabel("Titel")).toHaveValue(title);
  await page.getByLabel("Tag", { exact: true }).fill(inDays(3));
  await page.getByLabel("Beginn").fill("14:00");
  await page.getByLabel("Ende").fill("13:00");
  await page.getByLabel("Ort").fill("Kleiner Saal");
  await axeClean(page);
  await page.getByRole("button", { name: "Sitzung planen" }).click();
  await expect(page.getByLabel("Ende"), "the end is before the beginning").toHaveAttribute("aria-invalid", "true");
  await page.getByLabel("Ende").fill("16:00");
  await page.getByRole("button", { name: "Sitzung planen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await settled(page);
  await expect(page.locator("#meeting-facts")).toContainText("14:00–16:00");

  await addItem(page, "Bericht aus den Betrieben", "20");
  await addItem(page, "Kursplan für das Frühjahr", "45");
  await addItem(page, "Zeiten in der Spätschicht", "15");
  const agenda = page.locator("#meeting-agenda");
  const up = agenda.getByRole("button", { name: "„Zeiten in der Spätschicht“ nach oben" });
  await up.focus();
  await page.keyboard.press("Enter");
  await expect(agenda.getByRole("heading").nth(2)).toContainText("Zeiten in der Spätschicht");
  await expect(up, "the focus stays on what was pressed").toBeFocused();
  await agenda.getByRole("button", { name: "„Zeiten in der Spätschicht“ nach unten" }).click();
  await expect(agenda.getByRole("heading").nth(3)).toContainText("Zeiten in der Spätschicht");
  await agenda.getByRole("button", { name: "„Zeiten in der Spätschicht“ zum Unterpunkt machen" }).click();
  await expect(agenda.getByRole("heading", { level: 4, name: /2\.1\s+Zeiten in der Spätschicht/ })).toBeVisible();
  await axeClean(page);

  // Three days are less than the notice period: that needs to be said.
  const dialog = await ask(page, "Einladen");
  await axeClean(page);
  await confirm(dialog, "Einladen");
  await expect(dialog.getByText("Bitte bestätigen Sie die verkürzte Frist.")).toBeVisible();
  await dialog.getByLabel("Ich lade mit verkürzter Frist ein").check();
  await confirm(dialog, "Einladen");
  await expect(page.getByText("Die Einladung ist verschickt.")).toBeVisible();
  await expect(page.locator("#meeting-facts")).toContainText("Mit verkürzter Frist eingeladen");
  await expect(page.getByText(/^Fassung 1 vom/)).toBeVisible();
  await axeClean(page);

  const mail = await mails.wait(group.member, (one) => one.text.includes(title));
  const path = linksIn(mail).find((link) => link.startsWith("/sitzungen/"));
  expect(path, "the mail leads to the meeting").toBeTruthy();
  const member = await somebodyElse();
  await signIn(member, group.member);
  await open(member, path!);
  const reply = member.locator("#meeting-reply");
  await reply.getByRole("button", { name: "Antwort senden" }).click();
  await expect(member.locator("#reply .notice-wrong")).toBeFocused();
  await reply.getByLabel("Ja, ich komme").check();
  await reply.getByLabel("Bemerkung").fill("Ich komme etwas später.");
  await reply.getByRole("button", { name: "Antwort senden" }).click();
  await expect(member.getByText("Ihre Antwort ist gespeichert.")).toBeVisible();
  await expect(member.getByRole("button", { name: "Absagen", exact: true })).toBeHidden();
  await axeClean(member);
  // The chair sees it without a reload.
  await expect(page.getByText("1 zugesagt")).toBeVisible({ timeout: 5_000 });
  await expect(page.getByText("Ich komme etwas später.")).toBeVisible();

  // What comes later is marked; the member hands something in, the chair puts it on the agenda.
  await member.locator("#meeting-agenda").getByRole("link", { name: "Punkt einreichen" }).click();
  await settled(member);
  await member.getByLabel("Titel").fill("Raum für die Abendkurse");
  await member.getByRole("button", { name: "Punkt einreichen" }).click();
  await expect(member.getByText("Der Punkt ist eingereicht.")).toBeVisible();
  const proposals = page.locator("#meeting-proposals");
  await expect(proposals).toContainText("Raum für die Abendkurse", { timeout: 5_000 });
  await act(proposals, "Auf die Tagesordnung", {}, "Der Punkt steht auf der Tagesordnung.");
  await expect(agenda.getByRole("listitem").filter({ hasText: "Raum für die Abendkurse" })).toContainText("nachgereicht");

  await open(member, "/sitzungen?q=Kursplan");
  await axeClean(member);
  await member.getByRole("link", { name: title }).click();
  await settled(member);
  await member.setViewportSize({ width: 360, height: 740 });
  const wide = await member.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect(wide, "no scrolling sideways on a phone").toBe(false);

  await act(page, "Absagen", { Begründung: "Der Saal ist belegt." }, "Die Sitzung ist abgesagt.");
  await expect(page.getByText("Diese Sitzung ist abgesagt.")).toBeVisible();
  await inEnglish(page);
  await page.reload();
  await settled(page);
  await expect(page.getByText("This meeting is cancelled.")).toBeVisible();
  await axeClean(page);
});

test("a date is found by a poll, and the best one becomes a meeting", async ({ page, somebodyElse }) => {
  const title = "Treffen mit den Kursleitungen";
  await signIn(page, group.chair);
  await toMeetings(page);
  await page.getByRole("link", { name: "Termin finden" }).click();
  await settled(page);
  await page.getByLabel("Titel").fill(title);
  const first = page.getByRole("group", { name: "Termin 1", exact: true });
  await first.getByLabel("Tag").fill(inDays(10));
  await first.getByLabel("Beginn").fill("10:00");
  await first.getByLabel("Ende").fill("11:30");
  const second = page.getByRole("group", { name: "Termin 2", exact: true });
  await second.getByLabel("Tag").fill(inDays(12));
  await second.getByLabel("Beginn").fill("15:00");
  await second.getByLabel("Ende").fill("16:30");
  await page.getByRole("button", { name: "Termin hinzufügen" }).click();
  const third = page.getByRole("group", { name: "Termin 3", exact: true });
  await expect(third.getByLabel("Beginn"), "as the one before").toHaveValue("15:00");
  await expect(third.getByLabel("Tag")).toBeFocused();
  await third.getByRole("button", { name: /Entfernen/ }).click();
  await expect(third).toBeHidden();
  await page.getByLabel("Antworten bis").fill(inDays(5));
  await axeClean(page);
  await page.getByRole("button", { name: "Termin finden" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await settled(page);
  const path = new URL(page.url()).pathname;

  const member = await somebodyElse();
  await signIn(member, group.member);
  await open(member, path);
  const answers = member.locator("#poll-mine").getByRole("group");
  await answers.nth(0).getByLabel("Wenn nötig").check();
  await answers.nth(1).getByLabel("Ja").check();
  await member.getByRole("button", { name: "Antworten speichern" }).click();
  await expect(member.getByText("Ihre Antworten sind gespeichert.")).toBeVisible();
  await axeClean(member);

  const rows = page.locator("#poll-options tbody").getByRole("row");
  await expect(rows.nth(1)).toContainText("passt am besten", { timeout: 5_000 });
  await axeClean(page);
  await act(rows.nth(1), "Diesen Termin wählen", {}, "Der Termin ist gewählt, die Sitzung ist geplant.");
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.locator("#meeting-facts")).toContainText("15:00–16:30");
  await expect(member.getByText("Der Termin ist gewählt")).toBeVisible({ timeout: 5_000 });
});

test("the rules of procedure are read in sentences and changed", async ({ page }) => {
  await signIn(page, group.chair);
  await toMeetings(page);
  await page.getByRole("link", { name: "Geschäftsordnung" }).click();
  await settled(page);
  await axeClean(page);
  await page.getByRole("link", { name: "Regeln ändern" }).click();
  await settled(page);
  await page.getByLabel("Einladungsfrist in Tagen").fill("5");
  await page.getByLabel("Ab einem Teil der Stimmen").check();
  await page.getByLabel(/^Zähler/).fill("2");
  await page.getByLabel(/^Nenner/).fill("3");
  await axeClean(page);
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByText("Eingeladen wird mindestens 5 Tage vor der Sitzung.")).toBeVisible();
  await expect(page.locator("#procedure-rules")).toContainText("2/3");
  await axeClean(page);
});
