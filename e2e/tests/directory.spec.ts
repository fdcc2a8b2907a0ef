// The public directory: searching, filtering, sharing, list and map, exports, single entries.
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { axeClean, expect, open, settled, test } from "../support/test";

test.use({ shared: true });

const count = (page: Page) => page.getByRole("heading", { level: 2 }).filter({ hasText: /Angebot|Mitglied/ }).first();
const entries = (page: Page) => page.locator(".results .entry");
const search = async (page: Page, words: string) => {
  await page.getByRole("searchbox").fill(words);
  await page.getByRole("searchbox").press("Enter");
};

/** The number that stands in the heading of the results. */
async function total(page: Page): Promise<number> {
  await settled(page);
  const words = (await count(page).textContent()) ?? "";
  return words.startsWith("Kein") ? 0 : words.startsWith("Ein ") ? 1 : Number(words.replace(/\D/g, ""));
}

test("filters stand in the address, narrow the list, and the way back undoes them", async ({ page }) => {
  await open(page, "/angebote");
  const all = await total(page);
  expect(all).toBeGreaterThan(20);

  const topic = page.getByRole("checkbox", { name: /^Sprache/ }).first();
  await topic.check();
  await expect(page).toHaveURL(/\?thema=language$/);
  const language = await total(page);
  expect(language).toBeLessThan(all);
  await expect(topic, "the box keeps the focus").toBeFocused();

  await page.getByRole("checkbox", { name: /^Harz/ }).check();
  await expect(page).toHaveURL(/thema=language&landkreis=harz/);
  const harz = await total(page);
  expect(harz).toBeLessThanOrEqual(language);
  await expect(entries(page)).toHaveCount(Math.min(harz, 20));
  await axeClean(page);

  await page.goBack();
  await expect(page).toHaveURL(/\?thema=language$/);
  expect(await total(page)).toBe(language);
  await page.goBack();
  await expect(page).toHaveURL(/\/angebote$/);
  expect(await total(page)).toBe(all);
});

test("the count beside a value is how many it leaves", async ({ page }) => {
  await open(page, "/angebote?thema=recruiting");
  const option = page.locator(".facet-option").filter({ hasText: "Magdeburg" });
  const promised = Number(await option.locator(".facet-count").textContent());
  await option.getByRole("checkbox").check();
  await expect(page).toHaveURL(/landkreis=magdeburg/);
  expect(await total(page)).toBe(promised);
});

test("a shared address shows the same, and a chip takes its filter away", async ({ page }) => {
  await open(page, "/angebote?q=beratung&zielgruppe=companies&sprache=uk");
  await expect(page.getByRole("searchbox")).toHaveValue("beratung");
  const chips = page.getByRole("list", { name: "Gewählte Filter" });
  await expect(chips.getByRole("button")).toHaveCount(4);
  const before = await total(page);
  await chips.getByRole("button", { name: /Ukrainisch/ }).click();
  await expect(page).not.toHaveURL(/sprache=/);
  expect(await total(page)).toBeGreaterThanOrEqual(before);
  await chips.getByRole("button", { name: "Alle entfernen" }).click();
  await expect(page).toHaveURL(/\/angebote$/);
  await expect(chips).toHaveCount(0);
});

test("words are found by their parts, and whatever their umlauts", async ({ page }) => {
  await open(page, "/angebote");
  await search(page, "sprachkurs");
  await expect(page).toHaveURL(/q=sprachkurs/);
  expect(await total(page)).toBeGreaterThan(0);
  await expect(entries(page).first().getByRole("heading")).toContainText(/sprachkurs/i);

  await search(page, "förderung");
  const umlaut = await total(page);
  expect(umlaut).toBeGreaterThan(0);
  await search(page, "FOERDERUNG");
  await expect(page).toHaveURL(/q=FOERDERUNG/);
  expect(await total(page)).toBe(umlaut);
});

test("a mistyped word is corrected, and the page says so", async ({ page }) => {
  await open(page, "/angebote?q=Anerkennnug");
  await expect(page.getByText(/Gesucht wurde stattdessen nach „Anerkennung“/)).toBeVisible();
  expect(await total(page)).toBeGreaterThan(0);
});

test("an empty result says what to do next", async ({ page }) => {
  await open(page, "/angebote?q=xyzxyz");
  await expect(page.getByText("Dazu gibt es gerade kein Angebot.")).toBeVisible();
  await axeClean(page);
  await page.locator(".empty").getByRole("button", { name: "Alle Filter entfernen" }).click();
  await expect(page).toHaveURL(/\/angebote$/);
  expect(await total(page)).toBeGreaterThan(20);
});

test("more entries come below those that are there", async ({ page }) => {
  await open(page, "/angebote");
  const first = await entries(page).first().getByRole("link").textContent();
  await expect(entries(page)).toHaveCount(20);
  await page.getByRole("button", { name: "Mehr anzeigen" }).click();
  await expect(entries(page)).toHaveCount(40);
  await expect(entries(page).first().getByRole("link")).toHaveText(first ?? "");
});

test("the map shows counts and filters by a district", async ({ page }) => {
  await open(page, "/mitglieder");
  await page.getByRole("navigation", { name: "Ansicht" }).getByRole("link", { name: "Karte" }).click();
  await expect(page).toHaveURL(/ansicht=karte/);
  const map = page.getByRole("navigation", { name: "Mitglieder nach Landkreis" });
  await expect(map.getByRole("link")).toHaveCount(14);
  const harz = map.getByRole("link", { name: /Harz/ });
  const promised = Number(await harz.locator(".tile-count").textContent());
  await axeClean(page);
  await harz.click();
  await expect(page).toHaveURL(/landkreis=harz/);
  expect(await total(page)).toBe(promised);
  await expect(harz).toHaveAttribute("aria-current", "true");
});

test("what is shown can be taken along as a table", async ({ page }) => {
  await open(page, "/angebote?thema=language");
  const shown = await total(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: /Als Tabelle/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("verbund-offers.csv");
  const text = await readFile((await download.path()) ?? "", "utf8");
  expect(text.startsWith("\uFEFFTitel;Beschreibung;Organisation;")).toBe(true);
  expect(text.match(/\/angebote\/offer_/g)?.length).toBe(shown);
});

test("an offer says everything, and its contact can be saved", async ({ page }) => {
  await open(page, "/angebote?q=Erstgespräch");
  const link = entries(page).first().getByRole("link");
  const title = (await link.textContent()) ?? "";
  await link.click();
  await expect(page).toHaveURL(/\/angebote\/offer_/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await settled(page);
  await axeClean(page);
  const contact = page.getByRole("complementary", { name: "Kontakt" });
  await expect(contact.getByRole("link", { name: /@/ })).toHaveAttribute("href", /^mailto:/);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    contact.getByRole("link", { name: "Kontakt speichern" }).click(),
  ]);
  const card = await readFile((await download.path()) ?? "", "utf8");
  expect(card).toContain("VERSION:4.0");
  await page.goBack();
  await expect(page.getByRole("searchbox")).toHaveValue("Erstgespräch");
});

test("in English, everything is English but what exists in German only", async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("verbund.locale", "en"));
  await open(page, "/angebote?q=counselling");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Support offers");
  await expect(page.getByRole("link", { name: /As a table/ })).toHaveAttribute("href", /lang=en/);
  await page.getByRole("button", { name: /Remove all|“counselling”/ }).first().click();
  await settled(page);
  await expect(page.locator('.entry-title a[lang="de"]').first()).toBeVisible();
});

test("a list is searched, filtered and left by keyboard alone", async ({ page }) => {
  await open(page, "/angebote");
  await page.getByRole("searchbox").focus();
  await page.keyboard.type("kurs");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=kurs/);
  await settled(page);
  const box = page.getByRole("checkbox", { name: /^Sprache/ }).first();
  for (let presses = 0; presses < 20 && !(await box.evaluate((it) => it === document.activeElement)); presses += 1) {
    await page.keyboard.press("Tab");
  }
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(/thema=language/);
  await settled(page);
  await expect(box).toBeFocused();
});

test("on a phone the filters fold away and come back", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open(page, "/angebote");
  const box = page.getByRole("checkbox", { name: /^Sprache/ }).first();
  await expect(box).toBeHidden();
  await page.getByRole("button", { name: "Filter", exact: true }).click();
  await box.check();
  await expect(page).toHaveURL(/thema=language/);
  await expect(page.getByRole("button", { name: "Filter (1 gewählt)" })).toBeVisible();
  await settled(page);
  await axeClean(page);
});
