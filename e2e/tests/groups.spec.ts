// The life of a group: proposed, chartered, at work with milestones, resting, concluded; its charter in
// versions; the overview of the steering group.
import { act, ask, confirm, entry, inDays, openGroup, state } from "../support/groups";
import { people } from "../support/people";
import { axeClean, expect, inEnglish, open, settled, signIn, test } from "../support/test";

test.describe.configure({ timeout: 150_000 });

const CHAIR = "u.kuehne-baumgaertel@sprachenwerk-saalebogen.example";
const NAME = "AG Nachtschicht";

test("a group lives from its proposal to its end", async ({ page, somebodyElse }) => {
  // Proposed, with what is missing said beside its field.
  await signIn(page, people.representative);
  await open(page, "/gruppen");
  await page.getByRole("link", { name: "Gruppe vorschlagen" }).click();
  await settled(page);
  await page.getByLabel("Ziel (Deutsch)").fill("Sprachkurse für Menschen, die nachts arbeiten.");
  await page.getByRole("button", { name: "Gruppe vorschlagen" }).click();
  await expect(page.locator(".notice-wrong")).toBeFocused();
  await expect(page.getByLabel("Name der Gruppe (Deutsch)")).toHaveAccessibleDescription(/Bitte füllen Sie dieses Feld aus\./);
  await expect(page.getByLabel("Ziel (Deutsch)")).toHaveValue("Sprachkurse für Menschen, die nachts arbeiten.");
  await axeClean(page);
  await page.getByLabel("Name der Gruppe (Deutsch)").fill(NAME);
  await page.getByLabel("Kurzname").fill("AG Nacht");
  await page.getByLabel(/^Auf Anfrage/).check();
  await page.getByLabel("Beginn").fill(inDays(0));
  await page.getByLabel("Ende").fill(inDays(300));
  await page.getByRole("button", { name: "Gruppe vorschlagen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: NAME })).toBeVisible();
  await settled(page);
  await expect(state(page)).toHaveText("vorgeschlagen");
  await expect(page.getByText("Sie arbeiten mit: Leitung")).toBeVisible();
  const address = page.url();

  // The steering group finds it where things wait, and charters it.
  const steering = await somebodyElse();
  await signIn(steering, people.steering);
  await open(steering, "/heute");
  const waiting = steering.getByRole("listitem").filter({ hasText: `„${NAME}“ ist als Gruppe vorgeschlagen` });
  await waiting.getByRole("link", { name: "Vorschlag ansehen" }).click();
  await settled(steering);
  const charter = await ask(steering, "Gruppe einsetzen");
  await confirm(charter, "Gruppe einsetzen");
  await expect(charter.getByLabel("Text zum Beschluss")).toHaveAccessibleDescription(/Bitte füllen Sie dieses Feld aus\./);
  await axeClean(steering);
  await charter.getByLabel("Text zum Beschluss").fill("Einstimmig.");
  await confirm(charter, "Gruppe einsetzen");
  await expect(state(steering)).toHaveText("eingesetzt");
  await act(steering, "Arbeit aufnehmen", { "Text zum Beschluss": "Ab heute." }, "Der neue Stand gilt.");
  await expect(state(steering)).toHaveText("aktiv");
  await expect(steering.locator("#group-history")).toContainText("Einstimmig.");

  // Somebody asks to be in it, and is taken in.
  const staff = await somebodyElse();
  await signIn(staff, people.staff);
  await openGroup(staff, NAME);
  await act(staff, "Um Aufnahme bitten", { "Nachricht an die Leitung": "Ich kenne die Betriebe." }, "Ihre Anfrage ist bei der Leitung.");
  await expect(staff.getByText("Ihre Anfrage wartet auf die Leitung")).toBeVisible();
  await open(page, "/heute");
  await page.getByRole("listitem").filter({ hasText: NAME }).getByRole("link", { name: "Anfrage ansehen" }).click();
  await settled(page);
  await expect(entry(page, "waiting", "Oksana Kowaltschuk")).toContainText("Ich kenne die Betriebe.");
  await act(page, "Aufnehmen", {}, "Die Person ist aufgenommen.");
  await expect(entry(page, "people", "Oksana Kowaltschuk")).toContainText("Mitglied");
  await expect(page.locator("#group-people"), "the focus goes to where it can be seen").toBeFocused();

  // A milestone is agreed, moved with a reason, and closed.
  const dialog = await ask(page, "Meilenstein anlegen");
  await dialog.getByLabel("Was erreicht werden soll").fill("Zwei Kurse um 22 Uhr");
  await dialog.getByLabel("Bis wann").fill(inDays(400));
  await dialog.getByLabel("Verantwortlich").selectOption({ label: "Oksana Kowaltschuk" });
  await confirm(dialog, "Meilenstein anlegen");
  await expect(dialog.getByLabel("Bis wann"), "outside of the period").toHaveAttribute("aria-invalid", "true");
  await expect(dialog.getByLabel("Was erreicht werden soll")).toHaveValue("Zwei Kurse um 22 Uhr");
  await dialog.getByLabel("Bis wann").fill(inDays(30));
  await confirm(dialog, "Meilenstein anlegen");
  await expect(page.getByText("Der Meilenstein ist angelegt.")).toBeVisible();
  await settled(page);
  const milestone = entry(page, "milestones", "Zwei Kurse um 22 Uhr");
  await expect(milestone).toContainText("verantwortlich: Oksana Kowaltschuk");
  const move = await ask(milestone, "Verschieben");
  await move.getByLabel("Bis wann").fill(inDays(60));
  await confirm(move, "Verschieben");
  await expect(move.getByLabel("Begründung")).toHaveAccessibleDescription(/Bitte füllen Sie dieses Feld aus\./);
  await move.getByLabel("Begründung").fill("Der Raum ist erst dann frei.");
  await confirm(move, "Verschieben");
  await expect(milestone).toContainText("ursprünglich");
  await expect(milestone).toContainText("Der Raum ist erst dann frei.");
  await settled(page);
  // Whoever is responsible closes it.
  await open(staff, address);
  await act(entry(staff, "milestones", "Zwei Kurse"), "Abschließen", { "Was dabei herauskam, oder warum nicht": "Beide laufen." }, "Der Meilenstein ist abgeschlossen.");
  await expect(entry(staff, "milestones", "Zwei Kurse")).toContainText("erreicht");
  await expect(staff.locator("#group-history")).toContainText("Meilenstein verschoben: Zwei Kurse um 22 Uhr");

  // The chair asks for a rest: refused once, then confirmed; and so on to the end.
  await open(page, address);
  await act(page, "Um eine Ruhezeit bitten", { Begründung: "Im Sommer ist niemand da." }, "Die Steuerungsgruppe ist gebeten zu entscheiden.");
  await open(steering, address);
  await expect(steering.getByText("Im Sommer ist niemand da.").first()).toBeVisible();
  await act(steering, "Nicht bestätigen", { Begründung: "Bitte noch den Herbst." }, "Die Änderung ist nicht bestätigt.");
  await open(page, address);
  await expect(page.locator("#group-history")).toContainText("Bitte noch den Herbst.");
  await act(page, "Um eine Ruhezeit bitten", { Begründung: "Nun wirklich." }, "Die Steuerungsgruppe ist gebeten zu entscheiden.");
  await open(steering, address);
  await act(steering, "Ruhen lassen", { "Text zum Beschluss": "Bis zum Frühjahr." }, "Der neue Stand gilt.");
  await expect(state(steering)).toHaveText("ruht");
  await act(steering, "Arbeit fortsetzen", { "Text zum Beschluss": "Weiter." }, "Der neue Stand gilt.");
  await act(steering, "Gruppe abschließen", { "Text zum Beschluss": "Alles erreicht." }, "Der neue Stand gilt.");
  await expect(state(steering)).toHaveText("abgeschlossen");
  await open(page, address);
  await expect(page.getByRole("link", { name: "Auftrag ändern" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Meilenstein anlegen" })).toHaveCount(0);
  await axeClean(page);
});

test("a charter gets a new version, and the earlier one stays readable", async ({ page }) => {
  await signIn(page, CHAIR);
  await openGroup(page, "AG Sprache am Arbeitsplatz");
  await page.getByRole("link", { name: "Auftrag ändern" }).click();
  await expect(page).toHaveURL(/bearbeiten=auftrag/);
  await page.getByLabel("Ziel (Deutsch)").fill("Deutsch lernen während der Arbeit.");
  await page.getByRole("button", { name: "Neue Fassung speichern" }).click();
  await expect(page.getByLabel("Grund der Änderung")).toHaveAccessibleDescription(/Bitte füllen Sie dieses Feld aus\./);
  await page.getByLabel("Grund der Änderung").fill("Kürzer gefasst.");
  await page.getByRole("button", { name: "Neue Fassung speichern" }).click();
  await expect(page.getByText("Die neue Fassung des Auftrags gilt.")).toBeVisible();
  await settled(page);
  await expect(page.locator("#group-charter > .facts")).toContainText("Deutsch lernen während der Arbeit.");
  await page.getByText(/^Fassung 1 vom/).click();
  await expect(page.locator("#group-charter").getByText(/Betriebe und Sprachträger finden Formen/)).toBeVisible();
  await axeClean(page);
});

test("two who change a group at once: the second one is told, loses nothing, and decides", async ({ page, somebodyElse }) => {
  const name = "AG Sprache am Arbeitsplatz";
  const other = await somebodyElse();
  await signIn(page, CHAIR);
  await signIn(other, people.coordinator);
  for (const somebody of [page, other]) {
    await openGroup(somebody, name);
    await somebody.getByRole("link", { name: "Angaben ändern" }).click();
  }
  await other.getByLabel("Kurzname").fill("AG Betrieb");
  await other.getByRole("button", { name: "Speichern", exact: true }).click();
  await expect(other.getByText("Gespeichert.")).toBeVisible();
  const short = page.getByLabel("Kurzname");
  await short.fill("AG Deutsch");
  await page.getByRole("button", { name: "Speichern", exact: true }).click();
  await expect(page.locator(".notice-wrong")).toContainText("Jemand hat das inzwischen geändert.");
  await expect(short).toHaveValue("AG Deutsch");
  await axeClean(page);
  await page.getByRole("button", { name: "Neuen Stand laden" }).click();
  await expect(short).toHaveValue("AG Betrieb");
  await expect(page.locator(".notice-wrong")).toHaveCount(0);

  // Once more, in a dialog: what was typed stays, and saving again wins.
  for (const somebody of [page, other]) {
    await openGroup(somebody, name);
  }
  const title = "Handreichung für Personalverantwortliche";
  const mine = await ask(entry(page, "milestones", title), "Verschieben");
  await mine.getByLabel("Bis wann").fill(inDays(50));
  await mine.getByLabel("Begründung").fill("Mein Grund.");
  await act(entry(other, "milestones", title), "Verschieben", { "Bis wann": inDays(40), Begründung: "Der andere Grund." }, "Der Meilenstein ist verschoben.");
  await confirm(mine, "Verschieben");
  await expect(mine.getByText("Ihre Eingaben stehen noch in den Feldern.")).toBeVisible();
  await expect(mine.getByLabel("Begründung")).toHaveValue("Mein Grund.");
  await mine.getByRole("button", { name: "Meine Eingaben speichern" }).click();
  await expect(mine).toBeHidden();
  await expect(entry(page, "milestones", title)).toContainText("Mein Grund.");
});

test("the steering group oversees all groups, filters them and takes the list along", async ({ page }) => {
  await signIn(page, people.steering);
  await open(page, "/verwaltung/gruppen");
  const row = (text: string) => page.getByRole("row").filter({ hasText: text });
  await expect(row("AG Sprache am Arbeitsplatz")).toContainText("1 überfällig");
  await expect(row("Vorbereitung Fachtag")).toContainText("wartet auf die Entscheidung der Steuerungsgruppe");
  await page.getByLabel("Stand").selectOption({ label: "ruht" });
  await expect(page).toHaveURL(/stand=dormant/);
  await settled(page);
  await expect(page.getByRole("row")).toHaveCount(2);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Als Tabelle (CSV)" }).click();
  expect((await download).suggestedFilename()).toBe("verbund-groups.csv");
  await page.getByLabel("Gruppe suchen").fill("gibt es nicht");
  await page.getByRole("button", { name: "Suchen", exact: true }).last().click();
  await expect(page.getByText("Keine Gruppe gefunden")).toBeVisible();
  await page.goBack();
  await settled(page);
  await page.getByRole("link", { name: "AG Wohnen und Ankommen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "AG Wohnen und Ankommen" })).toBeVisible();
});

test("the list is filtered in the address, and one finds it from anywhere", async ({ page }) => {
  await inEnglish(page);
  await signIn(page, people.staff);
  await page.keyboard.press("Control+k");
  await page.getByRole("dialog").getByRole("combobox").fill("Groups");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Groups" })).toBeVisible();
  await settled(page);
  await page.getByLabel("Topic").selectOption({ label: "Language" });
  await expect(page).toHaveURL(/thema=/);
  await settled(page);
  await expect(page.getByRole("row").filter({ hasText: "Working group language at work" })).toContainText("Member (pending)");
  await expect(page.getByRole("row").filter({ hasText: "Steering group" })).toHaveCount(0);
  await page.reload();
  await settled(page);
  await expect(page.getByLabel("Topic")).not.toHaveValue("");
  // What is only proposed is nobody's business yet.
  await open(page, "/gruppen");
  await expect(page.getByText("Vorbereitung Fachtag")).toHaveCount(0);
});
