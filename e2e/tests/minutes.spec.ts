// Minutes: written, reviewed with an objection, made final, signed, read in each version, compared and printed.
import { act, ask, confirm, inDays } from "../support/groups";
import { groupId, heldMeeting } from "../support/minutes";
import { group } from "../support/tasks";
import { axeClean, expect, inEnglish, open, settled, signIn, test } from "../support/test";

test.describe.configure({ timeout: 180_000 });

const TITLE = "Sitzung zum Kursprogramm";
const ITEMS = ["Bericht aus den Kursen", "Räume im Herbst"];

test("minutes go from the draft over an objection to the signed version", async ({ page, somebodyElse, request }) => {
  await signIn(page, group.chair);
  const meeting = await heldMeeting(request, await groupId(page), TITLE, ITEMS);
  const path = `/sitzungen/${meeting}/protokoll`;

  // A member reads nothing of the draft.
  const member = await somebodyElse();
  await signIn(member, group.member);
  await open(member, path);
  await expect(member.getByText("Noch nichts zu lesen")).toBeVisible();
  await axeClean(member);

  await open(page, path);
  await expect(page.getByRole("heading", { level: 1, name: `Protokoll: ${TITLE}` })).toBeVisible();
  const item = page.getByRole("region", { name: new RegExp(ITEMS[0]!) });
  await item.getByLabel("Notizen zum Protokoll").fill("Zwei Kurse laufen.\n\nIm Herbst kommen **drei** dazu.");
  await page.getByRole("heading", { level: 1 }).click();
  await expect(item.getByText(/Gespeichert am/)).toBeVisible();
  await axeClean(page);
  const stand = page.locator("#minutes-stand");
  const review = await ask(stand, "Zur Prüfung vorlegen");
  await review.getByLabel("Einwände möglich bis").fill(inDays(7));
  await axeClean(page);
  await confirm(review, "Zur Prüfung vorlegen");
  await expect(page.getByText("Das Protokoll liegt zur Prüfung vor.").last()).toBeVisible();
  await expect(stand).toContainText("können die Beteiligten Einwände erheben");

  // The member sees it come without a reload, and objects to the second paragraph.
  await expect(member.locator(".minutes-paragraph").first()).toContainText("Zwei Kurse laufen.", { timeout: 10_000 });
  await axeClean(member);
  await member.getByRole("button", { name: "Einwand erheben gegen TOP 1, Absatz 2" }).click();
  const dialog = member.getByRole("dialog", { name: "Einwand erheben" });
  await expect(dialog.getByLabel("Vorgeschlagener Wortlaut")).toHaveValue("Im Herbst kommen **drei** dazu.");
  await dialog.getByLabel("Vorgeschlagener Wortlaut").fill("Im Herbst kommen **vier** dazu.");
  await dialog.getByLabel("Begründung").fill("Der Kurs in Gardelegen fehlt.");
  await axeClean(member);
  await confirm(dialog, "Einwand erheben");
  await expect(member.locator("#minutes-objections")).toContainText("offen");

  const objections = page.locator("#minutes-objections");
  await expect(objections).toContainText("Der Kurs in Gardelegen fehlt.", { timeout: 10_000 });
  await expect(stand.getByRole("button", { name: "Fertigstellen" })).toBeHidden();
  await act(objections, "Übernehmen", {}, "Der Vorschlag ist übernommen.");
  await expect(objections).toContainText("übernommen");
  await act(stand, "Fertigstellen", {}, "Das Protokoll ist fertiggestellt.");
  await expect(page.locator(".minutes-paragraph").nth(1)).toContainText("vier");
  await act(stand, "Unterzeichnen", {}, "Ihre Unterschrift ist eingetragen.");
  await expect(page.locator("#minutes-signatures")).toContainText("Sitzungsleitung");
  await axeClean(page);

  // The first version stays as it was, says that it is old, and leads to what has changed.
  await open(member, `${path}/1`);
  await expect(member.locator(".minutes-paragraph").nth(1)).toContainText("drei");
  await expect(member.getByText("Es gibt eine neuere Fassung dieses Protokolls.")).toBeVisible();
  await expect(member.getByText("Die Fassung ist unverändert", { exact: false })).toBeVisible();
  await axeClean(member);
  await member.getByRole("link", { name: "Unterschiede zeigen" }).click();
  await settled(member);
  await expect(member).toHaveURL(/von=1&bis=\d/);
  await expect(member.locator(".minutes-compared del")).toContainText("drei");
  await expect(member.locator(".minutes-compared ins")).toContainText("vier");
  await expect(member.getByRole("heading", { name: new RegExp(ITEMS[1]!) })).toBeVisible();
  await member.getByLabel("Nur geänderte Punkte").check();
  await expect(member.getByRole("heading", { name: new RegExp(ITEMS[1]!) })).toBeHidden();
  await axeClean(member);

  // On paper there is nothing to press.
  await open(member, `${path}/2`);
  await member.emulateMedia({ media: "print" });
  await expect(member.getByRole("button", { name: "Drucken" })).toBeHidden();
  await expect(member.getByRole("columnheader", { name: "Name" })).toBeVisible();
  await member.emulateMedia({ media: "screen" });
  const [download] = await Promise.all([
    member.waitForEvent("download"),
    member.getByRole("button", { name: /^PDF herunterladen/ }).first().click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^Protokoll .* Fassung 2\.pdf$/);
  await inEnglish(member);
  await member.reload();
  await settled(member);
  await expect(member.getByText("The version is unchanged", { exact: false })).toBeVisible();
  await axeClean(member);
});
