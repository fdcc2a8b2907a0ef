// Resolutions: a circular vote by several people, the register, recording, correcting, the excerpt.
import { act, ask, confirm, inDays } from "../support/groups";
import { linksIn } from "../support/mail";
import { group } from "../support/tasks";
import { axeClean, expect, inEnglish, open, settled, signIn, test } from "../support/test";

test.describe.configure({ timeout: 150_000 });

const TITLE = "Kurs für Schichtarbeit";

async function toGroup(page: import("@playwright/test").Page): Promise<void> {
  await open(page, "/gruppen?q=Sprache");
  await page.getByRole("main").getByRole("link", { name: /Sprache/ }).first().click();
  await settled(page);
  await page.getByRole("link", { name: "Beschlüsse", exact: true }).last().click();
  await settled(page);
}

test("a circular resolution is opened, voted on from the mail's link and decided by the last vote", async ({
  page,
  somebodyElse,
  mails,
}) => {
  await signIn(page, group.chair);
  await toGroup(page);
  await page.getByRole("link", { name: "Umlaufbeschluss beginnen" }).click();
  await settled(page);
  await page.getByRole("button", { name: "Umlaufbeschluss beginnen" }).click();
  await expect(page.locator(".notice-wrong")).toBeFocused();
  await page.getByLabel("Titel").fill(TITLE);
  await page.getByLabel("Wortlaut").fill("Der Kurs liegt **vor der Spätschicht**.\n\n<script>alert(1)</script>");
  await page.getByLabel("Begründung").fill("Zwei Betriebe haben darum gebeten.");
  // What is typed survives a reload.
  await page.reload();
  await settled(page);
  await expect(page.getByLabel("Wortlaut")).toHaveValue(/Spätschicht/);
  await page.getByLabel("Letzter Tag").fill(inDays(6));
  await axeClean(page);
  await page.getByRole("button", { name: "Umlaufbeschluss beginnen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
  await expect(page.locator(".resolution-wording strong")).toHaveText("vor der Spätschicht");
  await expect(page.getByText("0 von 4 Stimmen abgegeben")).toBeVisible();
  await axeClean(page);

  const mail = await mails.wait(group.member, (one) => one.text.includes(TITLE));
  const path = linksIn(mail).find((link) => link.startsWith("/umlauf/"));
  expect(path, "the mail leads to the vote").toBeTruthy();
  const member = await somebodyElse();
  await signIn(member, group.member);
  await open(member, "/heute");
  await expect(member.getByRole("listitem").filter({ hasText: TITLE })).toContainText("Abstimmung läuft");
  await open(member, path!);
  const vote = member.locator("#circular-mine");
  await vote.getByLabel("Widerspruch: Das soll eine Sitzung entscheiden").check();
  await vote.getByRole("button", { name: "Stimme abgeben" }).click();
  await expect(vote.getByLabel("Bemerkung"), "an objection needs a word").toHaveAttribute("aria-invalid", "true");
  await vote.getByLabel("Ja", { exact: true }).check();
  await vote.getByRole("button", { name: "Stimme abgeben" }).click();
  await expect(member.getByText("Ihre Stimme ist gezählt.")).toBeVisible();
  await expect(vote).toContainText("mit „Ja“ gestimmt");
  await axeClean(member);

  // The chair sees that a vote is there, at once, and not how.
  await expect(page.getByText("1 von 4 Stimmen abgegeben")).toBeVisible({ timeout: 5_000 });
  await expect(page.locator("#circular-votes")).not.toContainText("Ja");
  for (const [email, choice] of [
    [group.other, "Nein"],
    ["k.wisniewska-vogt@boerdekreuz-logistik.example", "Ja"],
  ] as const) {
    const other = await somebodyElse();
    await signIn(other, email);
    await open(other, path!);
    await other.getByLabel(choice, { exact: true }).check();
    await other.getByRole("button", { name: "Stimme abgeben" }).click();
    await expect(other.getByText("Ihre Stimme ist gezählt.")).toBeVisible();
  }
  // The chair casts the last vote by keyboard; then it is decided.
  await page.getByLabel("Enthaltung", { exact: true }).focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Stimme abgeben" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Angenommen", { exact: true })).toBeVisible();
  await expect(page.locator("#circular-votes")).toContainText("Nein");
  await axeClean(page);
  await page.getByRole("link", { name: new RegExp(`AG Sprache-\\d{4}/\\d{3} ${TITLE}`) }).click();
  await settled(page);
  await expect(page.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
  await expect(page.getByText("Im Umlauf beschlossen")).toBeVisible();
});

test("what was decided in a meeting is recorded, found, implemented and corrected", async ({ page, somebodyElse }) => {
  await signIn(page, group.secretary);
  await toGroup(page);
  await expect(page.getByText(/Alle \d+ Wortlaute sind unverändert/)).toBeVisible();
  await page.getByRole("link", { name: "Beschluss eintragen" }).click();
  await settled(page);
  await page.getByLabel("Titel").fill("Raum für die Kurse");
  await page.getByLabel("Wortlaut").fill("Die Kurse finden im Betrieb statt.");
  await page.getByLabel("Tag der Entscheidung").fill(inDays(-2));
  for (const [label, votes] of [["Ja", "5"], ["Nein", "1"], ["Enthaltungen", "0"], ["Anwesende Stimmen", "5"], ["Stimmen insgesamt", "8"]] as const) {
    await page.getByLabel(label, { exact: true }).fill(votes);
  }
  await page.getByRole("button", { name: "Beschluss eintragen" }).click();
  await expect(page.getByLabel("Anwesende Stimmen")).toHaveAccessibleDescription(/6 Stimmen, anwesend sind aber nur 5/);
  await page.getByLabel("Anwesende Stimmen").fill("6");
  await axeClean(page);
  await page.getByRole("button", { name: "Beschluss eintragen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Raum für die Kurse" })).toBeVisible();
  await expect(page.getByText("Nachträglich eingetragen")).toBeVisible();
  await axeClean(page);

  // Somebody of the network finds it in the register, without any place in the group.
  const reader = await somebodyElse();
  await signIn(reader, "o.kowaltschuk@wk-boerde-elbe.example");
  await open(reader, "/beschluesse?q=raum+kurse");
  await axeClean(reader);
  await reader.getByRole("link", { name: "Raum für die Kurse" }).click();
  await settled(reader);
  await expect(reader.getByRole("button", { name: "Auszug drucken" })).toBeVisible();
  await expect(reader.getByRole("button", { name: "Aufheben" })).toBeHidden();

  const stand = page.locator("#resolution-stand");
  await act(stand, "Als umgesetzt melden", { Begründung: "Der Raum ist eingerichtet." }, "Der Stand ist geändert.");
  await expect(stand).toContainText("umgesetzt");
  const dialog = await ask(stand, "Berichtigen");
  await dialog.getByLabel("Wortlaut").fill("Die Kurse finden in den Betrieben statt.");
  await dialog.getByLabel("Begründung").fill("Mehrzahl.");
  await axeClean(page);
  await confirm(dialog, "Berichtigen");
  await expect(stand).toContainText("ersetzt");
  await expect(page.locator(".resolution-wording")).toHaveText("Die Kurse finden im Betrieb statt.");
  await page.getByText("An die Stelle dieses Beschlusses ist ein anderer getreten").locator("..").getByRole("link").click();
  await settled(page);
  await expect(page.locator(".resolution-wording")).toHaveText("Die Kurse finden in den Betrieben statt.");
  await inEnglish(page);
  await page.reload();
  await settled(page);
  await expect(page.getByText("Stands in the place of")).toBeVisible();
  await axeClean(page);
});
