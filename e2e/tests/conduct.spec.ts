// Holding a meeting: attendance and quorum, items, notes by two people at once, a vote, the end.
import type { Locator, Page } from "@playwright/test";
import { act, ask, confirm } from "../support/groups";
import { group } from "../support/tasks";
import { axeClean, expect, inEnglish, open, settled, signIn, test } from "../support/test";

test.describe.configure({ timeout: 180_000 });

const TITLE = "Sitzung am runden Tisch";
const FIRST = "Bericht aus den Kursen";
const SECOND = "Neue Lehrbücher";

/** Day and time in the network's time zone, in half an hour: a meeting begins when its people are there. */
function soon(): { day: string; time: string } {
  const text = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Europe/Berlin",
    dateStyle: "short",
    timeStyle: "short",
  }).format(new Date(Date.now() + 30 * 60 * 1000));
  const [day, time] = text.split(" ");
  return { day: day!, time: time! };
}

/** Plans a meeting with two items and goes to the screen to hold it by; gives its address. */
async function planned(page: Page): Promise<string> {
  await open(page, "/gruppen?q=Sprache");
  await page.getByRole("main").getByRole("link", { name: /Sprache/ }).first().click();
  await settled(page);
  await page.getByRole("main").getByRole("link", { name: "Sitzungen", exact: true }).click();
  await settled(page);
  await page.getByRole("link", { name: "Sitzung planen" }).click();
  await settled(page);
  const { day, time } = soon();
  await page.getByLabel("Titel").fill(TITLE);
  await page.getByLabel("Tag", { exact: true }).fill(day);
  await page.getByLabel("Beginn").fill(time);
  await page.getByLabel("Ende").fill("23:59");
  await page.getByRole("button", { name: "Sitzung planen" }).click();
  await expect(page.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
  await settled(page);
  for (const title of [FIRST, SECOND]) {
    await page.locator("#meeting-agenda").getByRole("link", { name: "Punkt hinzufügen", exact: true }).click();
    await settled(page);
    await page.getByLabel("Titel").fill(title);
    await page.getByRole("button", { name: "Punkt hinzufügen" }).click();
    await expect(page.locator("#meeting-agenda").getByRole("heading", { name: title })).toBeVisible();
    await settled(page);
  }
  const path = new URL(page.url()).pathname.replace(/\/$/, "") + "/ablauf";
  await open(page, path);
  return path;
}

const agenda = (page: Page): Locator => page.locator("#conduct-agenda");
const item = (page: Page): Locator => page.locator("#conduct-item");
const people = (page: Page): Locator => page.locator("#conduct-people");
const notes = (page: Page): Locator => item(page).getByLabel("Notizen zum Protokoll");

test("a meeting is held from its beginning to its end, and two people write its minutes", async ({
  page,
  somebodyElse,
  expectedProblems,
}) => {
  // The chair loses the connection for a while.
  expectedProblems.push(/ERR_INTERNET_DISCONNECTED/);
  await signIn(page, group.chair);
  const path = await planned(page);
  await expect(page.getByText("Die Sitzung hat noch nicht begonnen.")).toBeVisible();
  await axeClean(page);
  await act(page, "Sitzung beginnen", {}, "Die Sitzung läuft.");
  await expect(people(page).getByText("nicht beschlussfähig", { exact: true })).toBeVisible();

  // Everybody comes; the button keeps the focus, so that one goes on by keyboard.
  const arrive = people(page).getByRole("button", { name: /^im Raum/ });
  const count = await arrive.count();
  expect(count, "the people of the group are on the list").toBeGreaterThan(2);
  await arrive.first().focus();
  await page.keyboard.press("Enter");
  await expect(arrive.first()).toHaveAttribute("aria-pressed", "true");
  await expect(arrive.first()).toBeFocused();
  for (let place = 1; place < count; place += 1) {
    await arrive.nth(place).click();
    await expect(arrive.nth(place)).toHaveAttribute("aria-pressed", "true");
  }
  await expect(people(page).getByText("beschlussfähig", { exact: true })).toBeVisible();
  await people(page).getByText("Verlauf", { exact: true }).click();
  await act(people(page), "Gast eintragen", { Name: "Ada Beispiel" }, "Der Gast ist eingetragen.");
  await axeClean(page);

  // The first item: notes save themselves.
  await agenda(page).getByRole("button", { name: new RegExp(`^Aufrufen.*${FIRST}`) }).click();
  await expect(item(page).getByRole("heading", { level: 2, name: new RegExp(FIRST) })).toBeVisible();
  await expect(agenda(page).locator(".conduct-entry-now")).toContainText(FIRST);
  await notes(page).fill("Die Kurse sind voll.");
  await expect(item(page).getByText(/^Gespeichert am/)).toBeVisible({ timeout: 10_000 });

  // The secretary sees that at once and writes too, while the chair has no connection.
  const secretary = await somebodyElse();
  await signIn(secretary, group.secretary);
  await open(secretary, path);
  await expect(notes(secretary)).toHaveValue("Die Kurse sind voll.");
  await page.context().setOffline(true);
  await notes(page).fill("Die Kurse sind voll. Es gibt eine Warteliste.");
  await expect(item(page).getByText(/^Nicht gespeichert/).first()).toBeVisible({ timeout: 10_000 });
  await notes(secretary).fill("Die Kurse sind überfüllt.");
  await expect(secretary.getByText(/^Gespeichert am/)).toBeVisible({ timeout: 10_000 });
  await page.context().setOffline(false);
  await item(page).getByRole("button", { name: "Jetzt speichern" }).click();
  await expect(item(page).getByText(/hat diesen Punkt zur selben Zeit geändert/)).toBeVisible({ timeout: 15_000 });
  await expect(notes(page), "nothing typed is taken away").toHaveValue(/Warteliste/);
  await axeClean(page);
  await notes(page).fill("Die Kurse sind überfüllt. Es gibt eine Warteliste.");
  await item(page).getByRole("button", { name: "Text aus dem Feld speichern" }).click();
  await expect(notes(secretary), "the other one sees what was put together").toHaveValue(/überfüllt.*Warteliste/, {
    timeout: 10_000,
  });

  const dialog = await ask(item(page), "Auftrag festhalten");
  await dialog.getByLabel("Was ist zu tun?").fill("Warteliste veröffentlichen");
  await dialog.getByLabel("Für welche Organisation?").selectOption({ index: 1 });
  await axeClean(page);
  await confirm(dialog, "Auftrag festhalten");
  await expect(secretary.getByText("Warteliste veröffentlichen")).toBeVisible({ timeout: 5_000 });

  // A vote: more votes than people are noticed before they are sent.
  await item(page).getByRole("button", { name: "Abstimmung vorbereiten" }).click();
  await item(page).getByLabel("Wortlaut").fill("Die Gruppe bestellt **neue** Kursbücher.");
  await axeClean(page);
  await item(page).getByRole("button", { name: "Abstimmung eröffnen" }).click();
  const vote = item(page).locator(".conduct-vote-open");
  await expect(vote).toBeVisible();
  await vote.getByLabel("Ja", { exact: true }).fill("99");
  await vote.getByLabel("Nein", { exact: true }).fill("0");
  await vote.getByLabel("Enthaltungen", { exact: true }).fill("0");
  await expect(vote.getByText(/mehr, als anwesend/)).toBeVisible();
  await vote.getByLabel("Ja", { exact: true }).fill("2");
  await expect(vote.getByText("Damit ist der Antrag angenommen.")).toBeVisible();
  await axeClean(page);
  await vote.getByRole("button", { name: "Ergebnis feststellen" }).click();
  await expect(item(page).getByText(/^Angenommen mit 2 Ja/)).toBeVisible();
  await expect(item(page).locator(".conduct-vote a")).toHaveAttribute("href", /^\/beschluesse\//);
  await expect(agenda(page).getByRole("listitem").filter({ hasText: FIRST })).toContainText("entschieden");

  // The second one is put off. What the secretary looks at changes by itself, as nobody writes there.
  await agenda(page).getByRole("button", { name: new RegExp(`^Aufrufen.*${SECOND}`) }).click();
  await expect(item(page).getByRole("heading", { level: 2, name: new RegExp(SECOND) })).toBeVisible();
  await expect(secretary.locator(".conduct-bar")).toContainText(SECOND, { timeout: 5_000 });
  await act(item(page), "Vertagen", { "Warum?": "Die Preise fehlen noch." }, "Der Punkt ist vertagt.");
  await expect(agenda(page).getByRole("listitem").filter({ hasText: SECOND })).toContainText("vertagt");

  // Somebody without a part in it looks on; on a phone nothing goes over the edge.
  const member = await somebodyElse();
  await signIn(member, group.member);
  await member.setViewportSize({ width: 360, height: 740 });
  await open(member, path);
  await expect(member.locator(".conduct-bar")).toBeVisible();
  await expect(member.getByRole("button", { name: /^Aufrufen/ })).toBeHidden();
  await expect(member.getByRole("button", { name: "Sitzung beenden" })).toBeHidden();
  const wide = await member.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(wide, "nothing scrolls sideways").toBeLessThanOrEqual(0);
  await axeClean(member);
  await inEnglish(member);
  await axeClean(member);

  await act(page, "Sitzung beenden", {}, "Die Sitzung ist beendet.");
  await expect(page.getByText(/Sie dauerte von/)).toBeVisible();
  await expect(page.getByRole("link", { name: "Zum Protokoll" })).toBeVisible();
  await expect(notes(page), "writing goes on after the meeting").toBeEditable();
});
