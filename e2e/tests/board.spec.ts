// The board of a group: making tasks, moving their cards by keyboard, mouse and menu, answering for them,
// filtering, and seeing at once what others do.
import { card, column, mover, make, openBoard, said, titles } from "../support/board";
import { inDays } from "../support/groups";
import { people } from "../support/people";
import { axeClean, expect, inEnglish, open, settled, signIn, test } from "../support/test";

test.describe.configure({ timeout: 120_000 });

const GROUP = "AG Sprache am Arbeitsplatz";
const CHAIR = "u.kuehne-baumgaertel@sprachenwerk-saalebogen.example";
const SECRETARY = "dj.stankovic@sprachenwerk-saalebogen.example";
const ASKED = "k.wisniewska-vogt@boerdekreuz-logistik.example";
const GUEST = "p.raghunathan@fuhneaue.example";

test("a task is made, with what is wrong beside its field and nothing lost by closing", async ({ page }) => {
  await signIn(page, CHAIR);
  await openBoard(page, GROUP);
  await expect(page.getByRole("heading", { level: 1, name: GROUP })).toBeVisible();
  const before = await titles(page, "Offen").count();
  await page.getByRole("button", { name: "Neue Aufgabe" }).click();
  const dialog = page.getByRole("dialog", { name: "Neue Aufgabe" });
  await dialog.getByLabel("Beschreibung").fill("Mit **Plan**.");
  await dialog.getByLabel("Wiederholung").selectOption({ label: "Wochen" });
  await dialog.getByLabel("Abstand").fill("viele");
  await dialog.getByRole("button", { name: "Aufgabe anlegen" }).click();
  await expect(dialog.locator(".notice-wrong")).toBeFocused();
  await expect(dialog.getByLabel("Was zu tun ist")).toHaveAccessibleDescription(/Bitte füllen Sie dieses Feld aus\./);
  await expect(dialog.getByLabel("Fällig am")).toHaveAttribute("aria-invalid", "true");
  await expect(dialog.getByLabel("Abstand")).toHaveAttribute("aria-invalid", "true");
  await expect(dialog.getByLabel("Beschreibung")).toHaveValue("Mit **Plan**.");
  await axeClean(page);

  // Closed by accident: all of it is there again.
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Neue Aufgabe" }).click();
  await expect(dialog.getByLabel("Beschreibung")).toHaveValue("Mit **Plan**.");
  await dialog.getByLabel("Was zu tun ist").fill("Kurskalender pflegen");
  await dialog.getByLabel("Fällig am").fill(inDays(7));
  await dialog.getByLabel("Abstand").fill("2");
  await dialog.getByLabel("Dringlichkeit").selectOption({ label: "hoch" });
  await dialog.getByLabel("Zuständig").selectOption({ label: "Đorđe Stanković" });
  await dialog.getByLabel("Nachricht an die zuständige Person").fill("Passt das?");
  await dialog.getByLabel("Gehört zum Meilenstein").selectOption({ index: 1 });
  await dialog.getByRole("button", { name: "Aufgabe anlegen" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("„Kurskalender pflegen“ ist angelegt.")).toBeVisible();
  const made = card(column(page, "Offen"), "Kurskalender pflegen");
  await expect(made).toContainText("hoch");
  await expect(made).toContainText("angefragt");
  await expect(made).toContainText("Đorđe Stanković");
  await expect(made).toContainText("alle 2 Wochen");
  await expect(titles(page, "Offen")).toHaveCount(before + 1);
  await expect(titles(page, "Offen").last()).toHaveText("Kurskalender pflegen");
  // The next one begins empty.
  await page.getByRole("button", { name: "Neue Aufgabe" }).click();
  await expect(dialog.getByLabel("Was zu tun ist")).toHaveValue("");
});

test("a card is moved by keyboard alone: arrow keys and menu, announced, with the focus on it", async ({ page }) => {
  await signIn(page, CHAIR);
  await openBoard(page, GROUP);
  const [first, second] = await titles(page, "Offen").allTextContents();
  if (!first || !second) throw new Error("the demonstration has open tasks");
  const button = mover(page, first);
  await button.focus();
  await page.keyboard.press("ArrowDown");
  await expect(titles(page, "Offen").first()).toHaveText(second);
  await expect(said(page)).toContainText(`„${first}“ liegt jetzt in „Offen“ an Stelle 2`);
  await expect(button).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(said(page)).toContainText("in dieser Richtung nicht");
  // Quickly one after the other: each is saved.
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(card(column(page, "In Arbeit"), first)).toBeVisible();
  await expect(titles(page, "In Arbeit").first()).toHaveText(first);
  await expect(button).toBeFocused();
  await page.reload();
  await settled(page);
  await expect(titles(page, "In Arbeit").first()).toHaveText(first);

  // By the menu.
  await button.focus();
  await page.keyboard.press("Enter");
  const menu = page.getByRole("dialog", { name: "Karte verschieben" });
  await expect(menu).toContainText(first);
  await axeClean(page);
  await menu.getByRole("button", { name: "Ans Ende" }).focus();
  await page.keyboard.press("Enter");
  await expect(menu).toBeHidden();
  await expect(titles(page, "In Arbeit").last()).toHaveText(first);
  await expect(button).toBeFocused();
  await page.keyboard.press("Enter");
  await menu.getByRole("button", { name: "Nach „Offen“" }).press("Enter");
  await expect(titles(page, "Offen").first()).toHaveText(first);
  await expect(button).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
  await page.reload();
  await settled(page);
  await expect(titles(page, "Offen").first()).toHaveText(first);
  await expect(page.locator(".toast-wrong")).toHaveCount(0);
});

test("a card is dragged with the mouse, within its column and into another", async ({ page }) => {
  // All of it in sight: the driver scrolls between pressing and moving, which no hand does.
  await page.setViewportSize({ width: 1280, height: 3000 });
  await signIn(page, CHAIR);
  await openBoard(page, GROUP);
  const [first, second, third] = await titles(page, "Offen").allTextContents();
  if (!first || !second || !third) throw new Error("the demonstration has open tasks");
  const at = async (title: string, part: number) => {
    const box = await card(page, title).boundingBox();
    return { x: 40, y: (box?.height ?? 0) * part };
  };
  await card(page, first).dragTo(card(page, third), { sourcePosition: await at(first, 0.4), targetPosition: await at(third, 0.2) });
  await expect(titles(page, "Offen").nth(0)).toHaveText(second);
  await expect(titles(page, "Offen").nth(1)).toHaveText(first);
  const [working] = await titles(page, "In Arbeit").allTextContents();
  await card(page, second).dragTo(card(page, working ?? ""), { sourcePosition: await at(second, 0.4), targetPosition: await at(working ?? "", 0.9) });
  await expect(titles(page, "In Arbeit").nth(1)).toHaveText(second);
  await expect(said(page)).toContainText(`„${second}“ liegt jetzt in „In Arbeit“ an Stelle 2`);
  await page.reload();
  await settled(page);
  await expect(titles(page, "Offen").first()).toHaveText(first);
  await expect(titles(page, "In Arbeit").nth(1)).toHaveText(second);
});

test("a task that comes again shows the next one when it is done", async ({ page }) => {
  await signIn(page, CHAIR);
  await openBoard(page, GROUP);
  const title = "Übersicht der Sprachangebote aktualisieren";
  await mover(page, title).click();
  await page.getByRole("dialog").getByRole("button", { name: "Nach „Erledigt“" }).click();
  await expect(page.getByText(/Die nächste Aufgabe der Reihe ist angelegt/)).toBeVisible();
  await expect(card(column(page, "Erledigt"), title)).toBeVisible();
  await expect(card(column(page, "Offen"), title)).toBeVisible();
});

test("what one is asked for is confirmed or given back on the card, and what keeps it is said", async ({ page, somebodyElse }) => {
  const title = "Einstufungstests im Lager durchführen";
  await signIn(page, ASKED);
  await openBoard(page, GROUP);
  await expect(card(page, title)).toContainText("angefragt");
  await card(page, title).getByRole("button", { name: /^Bestätigen/ }).click();
  await expect(page.getByText(`Sie haben „${title}“ bestätigt.`)).toBeVisible();
  await expect(card(page, title)).toContainText("bestätigt");
  await expect(page.getByRole("link", { name: title, exact: true }), "its button is gone").toBeFocused();
  await card(page, title).getByRole("button", { name: /^Blockieren/ }).click();
  const dialog = page.getByRole("dialog", { name: "Blockieren" });
  await dialog.getByRole("button", { name: "Blockieren" }).click();
  await expect(dialog.getByLabel("Begründung")).toHaveAccessibleDescription(/Bitte füllen Sie dieses Feld aus\./);
  await dialog.getByLabel("Begründung").fill("Das Lager zieht um.");
  await axeClean(page);
  await page.keyboard.press("Escape");
  await card(page, title).getByRole("button", { name: /^Blockieren/ }).click();
  await expect(dialog.getByLabel("Begründung")).toHaveValue("Das Lager zieht um.");
  await dialog.getByRole("button", { name: "Blockieren" }).click();
  await expect(card(page, title)).toContainText("Das Lager zieht um.");
  await card(page, title).getByRole("button", { name: /^Geht weiter/ }).click();
  await expect(card(page, title)).not.toContainText("Das Lager zieht um.");
  await card(page, title).getByRole("button", { name: /^Zurückgeben/ }).click();
  await page.getByLabel("Begründung").fill("Ich bin im Urlaub.");
  await page.getByRole("dialog").getByRole("button", { name: "Zurückgeben" }).click();
  await expect(card(page, title)).toContainText("zurückgegeben");
  await card(page, title).getByRole("button", { name: /^Übernehmen/ }).click();
  await expect(card(page, title)).toContainText("Katarzyna Wiśniewska-Vogt");

  // Guests read.
  const guest = await somebodyElse();
  await signIn(guest, GUEST);
  await openBoard(guest, GROUP);
  await expect(card(guest, title)).toBeVisible();
  await expect(guest.locator("#board").getByRole("button")).toHaveCount(0);
  await expect(guest.getByRole("button", { name: "Neue Aufgabe" })).toHaveCount(0);
});

test("the filters stand in the address, and the list is taken along", async ({ page }) => {
  await signIn(page, CHAIR);
  await openBoard(page, GROUP);
  const all = await page.locator("#board h3").count();
  await page.getByLabel("überfällig", { exact: true }).check();
  await expect(page).toHaveURL(/ueberfaellig=1/);
  await expect(page.locator("#board h3")).toHaveCount(2);
  await expect(said(page)).toHaveText("2 Aufgaben gefunden.");
  await expect(column(page, "Erledigt")).toContainText("Hier passt keine Aufgabe zu den Filtern.");
  await expect(page.getByLabel("überfällig", { exact: true }), "the focus stays").toBeFocused();
  await page.getByLabel("blockiert", { exact: true }).check();
  await expect(page.locator("#board h3")).toHaveCount(1);
  await page.reload();
  await settled(page);
  await expect(page.locator("#board h3")).toHaveCount(1);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Als Tabelle (CSV)" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("verbund-tasks.csv");
  const { readFile } = await import("node:fs/promises");
  const lines = (await readFile(await file.path(), "utf8")).trim().split("\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain(GROUP);
  await page.goBack();
  await page.goBack();
  await expect(page.locator("#board h3")).toHaveCount(all);
  await page.getByLabel("meine", { exact: true }).check();
  await expect(page).toHaveURL(/ansicht=meine/);
  await expect(page.locator("#board h3").first()).toBeVisible();
  await expect(page.locator("#board").getByText("Ulrike Kühne-Baumgärtel").first()).toBeVisible();
  await page.getByLabel("meine", { exact: true }).uncheck();
  await page.getByLabel("Organisation").selectOption({ index: 1 });
  await expect(page).toHaveURL(/organisation=/);
  await page.getByLabel("Organisation").selectOption({ index: 0 });
  await page.getByLabel("Aufgabe suchen").fill("Handreichung");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=Handreichung/);
  await expect(page.locator("#board h3").first()).toContainText("Handreichung");
  await axeClean(page);
});

test("what somebody else does appears within a second, and moves no focus and takes nothing typed away", async ({ page, somebodyElse }) => {
  const other = await somebodyElse();
  await signIn(page, CHAIR);
  await signIn(other, SECRETARY);
  await openBoard(page, GROUP);
  await openBoard(other, GROUP);
  const [moved] = await titles(page, "Offen").allTextContents();
  await page.getByRole("button", { name: "Neue Aufgabe" }).click();
  const field = page.getByRole("dialog").getByLabel("Was zu tun ist");
  await field.fill("Noch nicht fert");
  await mover(other, moved ?? "").focus();
  await other.keyboard.press("ArrowRight");
  await expect(card(page.locator("section", { has: page.locator("#column-in_progress") }), moved ?? "")).toBeAttached({ timeout: 1_000 });
  await expect(page.locator('main p[role="status"]')).toHaveText(`„${moved}“ ist jetzt in Arbeit.`);
  await expect(field).toBeFocused();
  await page.keyboard.type("ig");
  await expect(field).toHaveValue("Noch nicht fertig");
  await make(other, "Von drüben");
  await expect(page.locator("#board h3", { hasText: "Von drüben" })).toBeAttached({ timeout: 1_000 });
  await expect(field).toHaveValue("Noch nicht fertig");
  await page.keyboard.press("Escape");

  // The focus on a card goes with it, wherever others move it.
  await expect(titles(page, "Offen").last()).toHaveText("Von drüben");
  await mover(page, "Von drüben").focus();
  await mover(other, "Von drüben").focus();
  await other.keyboard.press("ArrowRight");
  await expect(card(column(page, "In Arbeit"), "Von drüben")).toBeVisible({ timeout: 1_000 });
  await expect(mover(page, "Von drüben")).toBeFocused();
});

test.describe("with a line that breaks", () => {
  test.beforeEach(({ expectedProblems }) => {
    expectedProblems.push(/\/live\?topic/);
  });

  test("two who move the same card: the second one is told and sees the new state", async ({ page, somebodyElse }) => {
    const other = await somebodyElse();
    await signIn(page, CHAIR);
    await signIn(other, SECRETARY);
    // This page does not hear of it in time.
    await page.route("**/live?**", (route) => route.abort());
    await openBoard(page, GROUP);
    await openBoard(other, GROUP);
    const [title] = await titles(page, "Offen").allTextContents();
    await mover(other, title ?? "").focus();
    await other.keyboard.press("ArrowRight");
    await expect(card(column(other, "In Arbeit"), title ?? "")).toBeVisible();
    await expect(other.locator('[aria-busy="true"]')).toHaveCount(0);
    await other.reload();
    await settled(other);
    await expect(card(column(other, "In Arbeit"), title ?? "")).toBeVisible();
    await mover(page, title ?? "").focus();
    await page.keyboard.press("ArrowDown");
    await expect(page.locator(".toast-wrong")).toContainText(`„${title}“ wurde nicht verschoben: Jemand hat die Aufgabe gerade geändert.`);
    await expect(card(column(page, "In Arbeit"), title ?? "")).toBeVisible();
    await expect(mover(page, title ?? ""), "the focus stays on the card").toBeFocused();
    await axeClean(page);
  });

  test("a page that could not listen catches up, and so does one whose server came back", async ({ page, somebodyElse, server }) => {
    const other = await somebodyElse();
    await signIn(page, CHAIR);
    await signIn(other, SECRETARY);
    await page.route("**/live?**", (route) => route.abort());
    await openBoard(page, GROUP);
    await openBoard(other, GROUP);
    await make(other, "Während niemand hörte");
    await expect(card(page, "Während niemand hörte")).toHaveCount(0);
    await page.unroute("**/live?**");
    await expect(card(page, "Während niemand hörte")).toBeVisible({ timeout: 12_000 });

    await server.kill();
    await server.restart();
    await make(other, "Nach dem Neustart");
    await expect(card(page, "Nach dem Neustart")).toBeVisible({ timeout: 12_000 });
  });
});

test("a move that does not reach the server is taken back, and said so", async ({ page, expectedProblems }) => {
  expectedProblems.push(/ERR_FAILED/);
  await signIn(page, CHAIR);
  await openBoard(page, GROUP);
  const [first] = await titles(page, "Offen").allTextContents();
  await page.route("**/graphql", (route) => (route.request().postData()?.includes("TaskMove") ? route.abort() : route.continue()));
  await mover(page, first ?? "").focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(".toast-wrong")).toContainText(`„${first}“ wurde nicht verschoben.`);
  await expect(titles(page, "Offen").first()).toHaveText(first ?? "");
  await expect(mover(page, first ?? "")).toBeFocused();
});

test("on a phone one column at a time is seen, and a card is moved by the menu", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await signIn(page, CHAIR);
  await openBoard(page, GROUP);
  await expect(column(page, "Offen")).toBeVisible();
  await expect(page.locator("#column-in_progress")).toBeHidden();
  const [first] = await page.locator("#board h3:visible").allTextContents();
  await axeClean(page);
  await mover(page, first ?? "").click();
  await page.getByRole("dialog").getByRole("button", { name: "Nach „In Arbeit“" }).click();
  await expect(page.getByRole("radio", { name: /^In Arbeit/ })).toBeChecked();
  await expect(mover(page, first ?? "")).toBeFocused();
  await expect(mover(page, first ?? "")).toBeInViewport();
  await page.getByRole("radio", { name: /^Erledigt/ }).check({ force: true });
  await expect(page.locator("#board h3:visible").first()).toContainText("Schichtpläne");
  await axeClean(page);
});

test("the board speaks English", async ({ page }) => {
  await inEnglish(page);
  await signIn(page, people.coordinator);
  await openBoard(page, "Sprache");
  await expect(page.getByRole("heading", { level: 1, name: "Working group language at work" })).toBeVisible();
  await expect(column(page, "In progress")).toBeVisible();
  await page.getByRole("button", { name: "New task" }).click();
  await expect(page.getByRole("dialog").getByLabel("What is to be done")).toBeVisible();
  await axeClean(page);
  await open(page, "/gruppen/gibt-es-nicht/aufgaben");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("a long column shows more on demand, and goes on doing so when others change something", async ({ page, somebodyElse }) => {
  const other = await somebodyElse();
  await signIn(page, CHAIR);
  await signIn(other, SECRETARY);
  await openBoard(page, GROUP);
  const open = await titles(page, "Offen").count();
  for (let number = open; number < 23; number += 1) {
    await page.getByRole("button", { name: "Neue Aufgabe" }).click();
    const dialog = page.getByRole("dialog", { name: "Neue Aufgabe" });
    await dialog.getByLabel("Was zu tun ist").fill(`Nummer ${number}`);
    await dialog.getByRole("button", { name: "Aufgabe anlegen" }).click();
    await expect(dialog).toBeHidden();
  }
  await page.reload();
  await settled(page);
  await expect(titles(page, "Offen")).toHaveCount(20);
  await expect(column(page, "Offen").getByRole("heading", { level: 2 })).toHaveText("Offen 23");
  await column(page, "Offen").getByRole("button", { name: "Mehr" }).click();
  await expect(titles(page, "Offen")).toHaveCount(23);
  await expect(titles(page, "Offen").last()).toHaveText("Nummer 22");
  await openBoard(other, GROUP);
  const [first] = await titles(other, "Offen").allTextContents();
  await mover(page, "Nummer 22").focus();
  await mover(other, first ?? "").focus();
  await other.keyboard.press("ArrowRight");
  await expect(card(column(page, "In Arbeit"), first ?? "")).toBeVisible();
  await expect(titles(page, "Offen")).toHaveCount(22);
  await expect(mover(page, "Nummer 22")).toBeFocused();
  await page.keyboard.press("Home");
  await expect(titles(page, "Offen").first()).toHaveText("Nummer 22");
  await expect(titles(other, "Offen").first()).toHaveText("Nummer 22");
});
