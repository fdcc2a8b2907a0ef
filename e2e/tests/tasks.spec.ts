// One task in full, and the list over all groups.
import type { Locator } from "@playwright/test";
import { act, ask, confirm, inDays } from "../support/groups";
import { tabTo } from "../support/keyboard";
import { linksIn } from "../support/mail";
import { group, openTask, part } from "../support/tasks";
import { axeClean, expect, inEnglish, open, settled, signIn, test } from "../support/test";

test.describe.configure({ timeout: 120_000 });

const OPEN_ONE = "Videokurs für unterwegs testen";
const WITH_LIST = "Lehrkraft für den Abendkurs finden";

test("a task is taken, given back with a word, asked for and confirmed", async ({ page, somebodyElse, mails }) => {
  await signIn(page, group.member);
  await openTask(page, OPEN_ONE);
  const responsible = part(page, "responsible");
  await expect(responsible).toContainText("niemand");
  await responsible.getByRole("button", { name: "Übernehmen", exact: true }).click();
  await expect(page.getByText("Sie haben die Aufgabe übernommen.")).toBeVisible();
  await expect(responsible).toBeFocused();
  await expect(responsible).toContainText("bestätigt");
  await axeClean(page);
  await act(responsible, "Zurückgeben", { Begründung: "Mir fehlt die Zeit." }, "Sie haben die Aufgabe zurückgegeben.");
  await expect(responsible).toContainText("niemand");

  // The chair asks the member, who finds that where things wait.
  const chair = await somebodyElse();
  await signIn(chair, group.chair);
  await openTask(chair, OPEN_ONE);
  const dialog = await ask(part(chair, "responsible"), "Jemanden bitten");
  await dialog.getByLabel("Wer soll die Aufgabe übernehmen?").selectOption({ label: "Wiebke Jürgensen" });
  await dialog.getByLabel("Nachricht an die Person").fill("Du kennst dich damit aus.");
  await axeClean(chair);
  await confirm(dialog, "Jemanden bitten");
  await expect(part(chair, "responsible")).toContainText("angefragt");
  const mail = await mails.wait(group.member, (one) => one.text.includes(OPEN_ONE));
  const path = linksIn(mail).find((link) => link.startsWith("/aufgaben/"));
  expect(path, "the mail leads to the task").toBeTruthy();

  await open(page, "/heute");
  const waits = page.getByRole("listitem").filter({ hasText: OPEN_ONE });
  await expect(waits).toContainText("Aufgabe übernehmen?");
  await waits.getByRole("link").first().click();
  await settled(page);
  await expect(responsible).toContainText("bittet Sie, diese Aufgabe zu übernehmen.");
  await expect(responsible).toContainText("Du kennst dich damit aus.");
  await axeClean(page);
  const back = await ask(responsible, "Zurückgeben");
  await confirm(back, "Zurückgeben");
  await expect(back.getByLabel("Begründung"), "a word is needed").toHaveAttribute("aria-invalid", "true");
  await back.getByLabel("Begründung").fill("Erst im Mai.");
  await confirm(back, "Zurückgeben");
  await expect(page.getByText("Sie haben die Aufgabe zurückgegeben.").last()).toBeVisible();

  // What was given back is seen at once, and asked again; then it is confirmed.
  await expect(part(chair, "responsible")).toContainText("hat die Aufgabe zurückgegeben.");
  await expect(part(chair, "responsible")).toContainText("Erst im Mai.");
  const again = await ask(part(chair, "responsible"), "Jemanden bitten");
  await again.getByLabel("Wer soll die Aufgabe übernehmen?").selectOption({ label: "Wiebke Jürgensen" });
  await confirm(again, "Jemanden bitten");
  await responsible.getByRole("button", { name: "Ja, ich übernehme sie" }).click();
  await expect(page.getByText("Danke, die Aufgabe ist bei Ihnen.")).toBeVisible();
  await expect(part(chair, "responsible")).toContainText("bestätigt");
});

test("a checklist is ticked, added to, changed, moved by keyboard, and emptied", async ({ page, somebodyElse }) => {
  await signIn(page, group.chair);
  await openTask(page, WITH_LIST);
  const list = part(page, "checklist");
  await expect(list).toContainText("1 von 3 erledigt");
  await list.getByLabel("Gespräche").check();
  await expect(list).toContainText("2 von 3 erledigt");
  const other = await somebodyElse();
  await signIn(other, group.member);
  await openTask(other, WITH_LIST);

  const added = list.getByLabel("Neuer Eintrag");
  await added.fill("Schlüssel");
  await added.press("Enter");
  await expect(list.getByLabel("Schlüssel")).toBeVisible();
  await expect(added).toBeFocused();
  await expect(added).toHaveValue("");
  await added.press("Enter");
  await expect(list.locator(".notice-wrong")).toBeFocused();

  await list.getByRole("button", { name: "Einträge bearbeiten" }).click();
  await axeClean(page);
  const up = list.getByRole("button", { name: "„Schlüssel“ nach oben" });
  await tabTo(page, up);
  await page.keyboard.press("Enter");
  await expect(list.getByRole("status").filter({ hasText: "„Schlüssel“ steht jetzt an Stelle 3 von 4." })).toBeAttached();
  await expect(up).toBeFocused();
  const names = (place: Locator) => place.locator(".task-entry");
  const field = list.getByLabel("Eintrag 4");
  await field.fill("Vertrag unterschreiben");
  await field.press("Enter");
  await expect(list.getByRole("button", { name: "„Vertrag unterschreiben“ entfernen" })).toBeVisible();
  await list.getByRole("button", { name: "„Gespräche“ entfernen" }).click();
  await expect(list.getByRole("button", { name: "„Schlüssel“ entfernen" })).toBeFocused();
  await list.getByRole("button", { name: "Fertig" }).click();
  await expect(names(list)).toHaveText(["Ausschreibung", "Schlüssel", "Vertrag unterschreiben"]);

  // The other one has seen all of it without loading the page.
  await expect(names(part(other, "checklist"))).toHaveText(["Ausschreibung", "Schlüssel", "Vertrag unterschreiben"]);
});

test("a comment names somebody, who gets a mail; scripts in it are only text", async ({ page, mails }) => {
  await signIn(page, group.chair);
  await openTask(page, WITH_LIST);
  const comments = part(page, "comments");
  const field = comments.getByLabel("Neuer Kommentar");
  await field.fill("<script>window.harm = 1</script>\n\n**Bitte** <img src=x onerror='window.harm=1'> ");
  await field.press("End");
  await page.keyboard.type("@oko");
  await expect(comments.getByRole("status").filter({ hasText: "Ein Name passt" })).toBeAttached();
  await page.keyboard.press("ArrowDown");
  await expect(comments.getByRole("button", { name: "Joy Adaeze Okonkwo" })).toBeFocused();
  await axeClean(page);
  await page.keyboard.press("Enter");
  await expect(field).toBeFocused();
  await page.keyboard.type("ansehen.");
  const written = await field.inputValue();
  expect(written).toMatch(/@Joy Adaeze Okonkwo ansehen\.$/);

  // A reload loses nothing of it.
  await page.reload();
  await settled(page);
  await expect(field).toHaveValue(written);
  await comments.getByRole("button", { name: "Vorschau" }).click();
  await expect(comments.locator(".task-preview strong")).toHaveText("Bitte");
  await comments.getByRole("button", { name: "Kommentieren" }).click();
  await expect(page.getByText("Ihr Kommentar steht da.")).toBeVisible();
  await expect(field).toHaveValue("");
  const comment = comments.getByRole("listitem").filter({ hasText: "ansehen." });
  await expect(comment.locator("strong")).toHaveText("Bitte");
  await expect(comment).toContainText("<script>window.harm = 1</script>");
  await expect(comment.locator("img, script")).toHaveCount(0);
  expect(await page.evaluate(() => "harm" in window)).toBe(false);
  await mails.wait(group.other, (mail) => mail.text.includes("ansehen."));
  await page.reload();
  await settled(page);
  await expect(field, "what was sent is not kept").toHaveValue("");

  // One's own comment is changed where it stands, and removed.
  await comment.getByRole("button", { name: "Ändern" }).click();
  await comments.getByLabel("Kommentar", { exact: true }).fill("Doch nicht.");
  await comments.getByRole("button", { name: "Speichern" }).click();
  const changed = comments.getByRole("listitem").filter({ hasText: "Doch nicht." });
  await expect(changed).toContainText("geändert");
  await act(changed, "Kommentar entfernen", {}, "Der Kommentar ist entfernt.");
  await expect(changed).toHaveCount(0);
});

test("what somebody else does appears, and what is being typed stays with its focus", async ({ page, somebodyElse }) => {
  await signIn(page, group.chair);
  await openTask(page, WITH_LIST);
  const field = part(page, "comments").getByLabel("Neuer Kommentar");
  await field.pressSequentially("Ich bin gerade da");
  const other = await somebodyElse();
  await signIn(other, group.member);
  await openTask(other, WITH_LIST);
  await part(other, "comments").getByLabel("Neuer Kommentar").fill("Von nebenan.");
  await part(other, "comments").getByRole("button", { name: "Kommentieren" }).click();
  await expect(part(page, "comments").getByRole("listitem").filter({ hasText: "Von nebenan." })).toBeVisible();
  await expect(field).toBeFocused();
  await page.keyboard.type("bei.");
  await expect(field).toHaveValue("Ich bin gerade dabei.");
});

test("a task is blocked, goes on, is done, taken up again and given up", async ({ page }) => {
  await signIn(page, group.chair);
  await openTask(page, WITH_LIST);
  const state = part(page, "state");
  await act(state, "Blockiert melden", { "Was die Aufgabe aufhält": "Niemand meldet sich." }, "Die Aufgabe ist als blockiert gemeldet.");
  await expect(state).toContainText("blockiert");
  await expect(state).toContainText("Niemand meldet sich.");
  await axeClean(page);
  await state.getByRole("button", { name: "Es geht weiter" }).click();
  await expect(page.getByText("Die Aufgabe ist nicht mehr blockiert.")).toBeVisible();
  await state.getByRole("button", { name: "Beginnen" }).click();
  await expect(state).toContainText("in Arbeit");
  await expect(state).toBeFocused();
  await state.getByRole("button", { name: "Erledigt", exact: true }).click();
  await expect(state).toContainText("erledigt am");
  await state.getByRole("button", { name: "Wieder aufnehmen" }).click();
  await expect(state.locator(".badge").first()).toHaveText("offen");
  await act(state, "Aufgeben", { Begründung: "Wir bieten den Kurs nicht an." }, "Die Aufgabe ist aufgegeben.");
  await expect(state).toContainText("Wir bieten den Kurs nicht an.");
  await expect(page.getByRole("link", { name: "Aufgabe ändern" })).toHaveCount(0);
  await page.getByRole("button", { name: "Nicht mehr beobachten" }).or(page.getByRole("button", { name: "Beobachten" })).click();
  await settled(page);
});

test("done is what comes again: the next one is named", async ({ page }) => {
  const title = "Übersicht der Sprachangebote aktualisieren";
  await signIn(page, group.secretary);
  await openTask(page, title);
  await expect(part(page, "facts")).toContainText("alle 3 Monate");
  await part(page, "state").getByRole("button", { name: "Erledigt", exact: true }).click();
  const next = part(page, "state").locator(".notice");
  await expect(next).toContainText("Die nächste Aufgabe dieser Reihe ist angelegt:");
  await axeClean(page);
  const before = page.url();
  await next.getByRole("link", { name: title }).click();
  await expect(page).not.toHaveURL(before);
  await settled(page);
  await expect(part(page, "state").locator(".badge").first()).toHaveText("offen");
});

test("two who change a task at once: the second one sees both texts and loses nothing", async ({ page, somebodyElse }) => {
  const other = await somebodyElse();
  await signIn(page, group.chair);
  await signIn(other, group.secretary);
  for (const somebody of [page, other]) {
    await openTask(somebody, WITH_LIST);
    await somebody.getByRole("link", { name: "Aufgabe ändern" }).click();
    await expect(somebody.getByLabel("Was zu tun ist")).toHaveValue(WITH_LIST);
  }
  await page.getByLabel("Was zu tun ist").fill("Lehrkraft suchen");
  await page.getByLabel("Beschreibung").fill("Mein **eigener** Text.");
  await page.getByRole("button", { name: "Vorschau" }).click();
  await expect(page.locator(".task-preview strong")).toHaveText("eigener");
  await page.reload();
  await settled(page);
  await expect(page.getByLabel("Beschreibung"), "a reload loses nothing").toHaveValue("Mein **eigener** Text.");

  await other.getByLabel("Beschreibung").fill("Der andere Text.");
  await other.getByLabel("Fällig").fill(inDays(20));
  await other.getByRole("button", { name: "Speichern", exact: true }).click();
  await expect(other.getByText("Gespeichert.")).toBeVisible();
  await expect(part(other, "text")).toContainText("Der andere Text.");

  await page.getByRole("button", { name: "Speichern", exact: true }).click();
  await expect(page.getByText("Jemand hat inzwischen etwas anderes gespeichert")).toBeVisible();
  await expect(page.getByRole("region", { name: "Das hat inzwischen jemand anderes gespeichert" })).toContainText("Der andere Text.");
  await expect(page.getByLabel("Beschreibung")).toHaveValue("Mein **eigener** Text.");
  await axeClean(page);
  await page.getByRole("button", { name: "Meine Eingaben speichern" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Lehrkraft suchen" })).toBeVisible();
  await expect(part(page, "text").locator("strong")).toHaveText("eigener");
  await page.getByRole("link", { name: "Aufgabe ändern" }).click();
  await expect(page.getByLabel("Was zu tun ist"), "what was saved is not kept").toHaveValue("Lehrkraft suchen");
});

test("the list has its views, is filtered in the address and taken along", async ({ page }) => {
  await signIn(page, group.secretary);
  await page.getByRole("navigation").getByRole("link", { name: "Aufgaben" }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "Aufgaben" })).toBeVisible();
  await settled(page);
  const row = (text: string) => page.getByRole("row").filter({ hasText: text });
  await expect(row("Kurszeiten für die Frühschicht vorschlagen")).toContainText("überfällig");
  await expect(row("Handreichung: Kapitel über Freistellung")).toHaveCount(0);
  await axeClean(page);
  await page.getByRole("link", { name: "Alle", exact: true }).click();
  await expect(page).toHaveURL(/ansicht=alle/);
  await expect(page.getByRole("link", { name: "Alle", exact: true })).toBeFocused();
  await expect(row("Handreichung: Kapitel über Freistellung")).toBeVisible();
  await expect(row("Fragebogen in einfacher Sprache")).toHaveCount(0);
  await page.getByLabel("Stand").selectOption({ label: "erledigt" });
  await expect(page).toHaveURL(/stand=done/);
  await expect(row("Fragebogen in einfacher Sprache")).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Als Tabelle (CSV)" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("verbund-tasks.csv");
  const text = Buffer.concat(await (await file.createReadStream()).toArray()).toString("utf8");
  expect(text).toContain("Fragebogen in einfacher Sprache");
  expect(text).not.toContain("Handreichung: Kapitel über Freistellung");
  await page.getByRole("link", { name: "Überfällig" }).click();
  await settled(page);
  await expect(row("Kosten je Platz berechnen")).toBeVisible();
  await page.getByRole("link", { name: "Warten auf mich" }).click();
  await expect(page.getByText("Keine Aufgabe wartet auf Ihre Antwort")).toBeVisible();
  await page.goBack();
  await expect(row("Kosten je Platz berechnen")).toBeVisible();
  await page.getByLabel("Aufgabe suchen").fill("gibt es nicht");
  await page.getByLabel("Aufgabe suchen").press("Enter");
  await expect(page.getByText("Keine Aufgabe gefunden")).toBeVisible();
});

test("in English, from the command box to a task and what it says", async ({ page }) => {
  await inEnglish(page);
  await signIn(page, group.other);
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("combobox").fill("Tasks");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/aufgaben$/);
  await page.getByRole("link", { name: "Waiting for me" }).click();
  await page.getByRole("link", { name: "Handreichung: Erfahrungen aus der Pflege" }).click();
  await settled(page);
  await expect(part(page, "responsible")).toContainText("asks you to take this task.");
  await tabTo(page, page.getByRole("button", { name: "Yes, I take it" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("Thank you, the task is yours.")).toBeVisible();
  await axeClean(page);
});
