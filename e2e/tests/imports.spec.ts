// Importing organisations from CSV: the preview, taking over, the same file again, files of offices.
import { Buffer } from "node:buffer";
import type { Page } from "@playwright/test";
import { people } from "../support/people";
import { axeClean, expect, inEnglish, open, settled, signIn, test } from "../support/test";

test.beforeEach(async ({ page }) => signIn(page, people.coordinator));

test.describe.configure({ timeout: 120_000 });

const HEADER = "key;name;kind;purpose_de;email;city";
const MUSIC = "musik_ohne_noten;Musik ohne Noten;association;Wir spielen, was wir hören.;post@ohne-noten.example;Zeitz";
const BOATS = "bootsbau_saale;Bootsbau Saale;company;Wir bauen Boote aus Holz.;post@bootsbau.example;Naumburg (Saale)";

/** Gives the page a file, as choosing it does. */
async function choose(page: Page, name: string, content: string | Buffer): Promise<void> {
  const buffer = typeof content === "string" ? Buffer.from(content, "utf8") : content;
  await page.getByLabel(/^(CSV-Datei|CSV file)/).setInputFiles({ name, mimeType: "text/csv", buffer });
}

async function preview(page: Page, name: string, content: string | Buffer): Promise<void> {
  await open(page, "/verwaltung/import");
  await choose(page, name, content);
  await expect(page.getByRole("heading", { name: `Vorschau: ${name}` })).toBeVisible();
  await settled(page);
}

async function takeOver(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: /übernehmen$/ }).click();
  await page.getByRole("dialog", { name: "Zeilen übernehmen?" }).getByRole("button", { name: "Jetzt übernehmen" }).click();
  await expect(page.getByText(`Übernommen: ${name}`)).toBeVisible();
}

const row = (page: Page, words: string) => page.getByRole("row").filter({ hasText: words });

/** What a visitor finds by a word among the members. */
async function expectMember(visitor: Page, word: string, name: string, count: 0 | 1): Promise<void> {
  await open(visitor, `/mitglieder?q=${encodeURIComponent(word)}`);
  await expect(visitor.getByRole("link", { name, exact: true })).toHaveCount(count);
}

test("a file is written only when it was looked at, and the same file again changes nothing", async ({ page, somebodyElse }) => {
  const visitor = await somebodyElse();
  const file = [HEADER, MUSIC, BOATS].join("\n");
  await preview(page, "mitglieder.csv", file);
  await expect(page.getByRole("link", { name: "Neu (2)" })).toBeVisible();
  await expect(row(page, "Musik ohne Noten")).toContainText("Neu");
  await axeClean(page);
  await expectMember(visitor, "Noten", "Musik ohne Noten", 0);

  // Closing the question writes nothing either.
  await page.getByRole("button", { name: "2 Zeilen übernehmen" }).click();
  await axeClean(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("heading", { name: "Vorschau: mitglieder.csv" })).toBeVisible();
  await expectMember(visitor, "Noten", "Musik ohne Noten", 0);

  await takeOver(page, "mitglieder.csv");
  await expectMember(visitor, "Noten", "Musik ohne Noten", 1);
  await expectMember(visitor, "Boote", "Bootsbau Saale", 1);

  await preview(page, "mitglieder.csv", file);
  await expect(page.getByRole("link", { name: "Unverändert (2)" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Neu (2)" })).toHaveCount(0);
  await expect(page.getByText("In dieser Datei steht nichts, was zu übernehmen wäre.")).toBeVisible();
  await expect(page.getByRole("button", { name: /übernehmen$/ })).toHaveCount(0);
});

test("each row says what happens to it and why, and a wrong one is left out", async ({ page, somebodyElse }) => {
  const visitor = await somebodyElse();
  await preview(page, "erste.csv", [HEADER, MUSIC, BOATS].join("\n"));
  await takeOver(page, "erste.csv");

  const lines = [
    HEADER,
    MUSIC.replace("Zeitz", "Weißenfels"),
    BOATS,
    "lesekreis_unstrut;Lesekreis Unstrut;association;Wir lesen vor.;post@lesekreis.example;Freyburg",
    "tabellenfreunde;=SUMME(A1:A9);association;Wir rechnen.;post@tabellen.example;Halle (Saale)",
    "ohne_adresse;Verein ohne Adresse;kegelclub;Wir kegeln.;keine-adresse;Burg",
    "lesekreis_unstrut;Lesekreis Unstrut;association;Wir lesen vor.;post@lesekreis.example;Freyburg",
  ];
  await preview(page, "zweite.csv", lines.join("\n"));
  await expect(row(page, "Musik ohne Noten")).toContainText("Geändert");
  await expect(row(page, "Musik ohne Noten")).toContainText("city: Zeitz → Weißenfels");
  await expect(row(page, "Bootsbau Saale")).toContainText("Unverändert");
  await expect(row(page, "Lesekreis Unstrut").first()).toContainText("Neu");
  await expect(row(page, "Lesekreis Unstrut").nth(1)).toContainText("Dasselbe steht schon in Zeile 4.");
  await expect(row(page, "=SUMME(A1:A9)")).toContainText("Hinweis");
  await expect(row(page, "=SUMME(A1:A9)")).toContainText("Die Zelle beginnt wie eine Formel. Sie wird als Text übernommen.");
  const wrong = row(page, "Verein ohne Adresse");
  await expect(wrong).toContainText("Fehler");
  await expect(wrong).toContainText("6");
  await expect(wrong).toContainText("Das ist keine E-Mail-Adresse");
  await axeClean(page);

  await page.getByRole("link", { name: /^Fehler \(\d\)$/ }).click();
  await expect(page).toHaveURL(/stand=error/);
  await expect(row(page, "Bootsbau Saale")).toHaveCount(0);
  await expect(wrong).toBeVisible();

  await page.getByRole("button", { name: "3 Zeilen übernehmen" }).click();
  await expect(page.getByRole("dialog")).toContainText("2 Zeilen mit Fehlern werden ausgelassen.");
  await page.getByRole("dialog").getByRole("button", { name: "Jetzt übernehmen" }).click();
  await expect(page.getByText("Übernommen: zweite.csv")).toBeVisible();
  await expectMember(visitor, "Unstrut", "Lesekreis Unstrut", 1);
  await expectMember(visitor, "SUMME", "=SUMME(A1:A9)", 1);
  await expectMember(visitor, "Adresse", "Verein ohne Adresse", 0);
  await open(visitor, "/mitglieder?q=Noten");
  await visitor.getByRole("link", { name: "Musik ohne Noten" }).click();
  await expect(visitor.getByText("Weißenfels")).toBeVisible();
});

test("a file as an office saves it: Windows-1252, semicolons, German columns, quotes", async ({ page, somebodyElse }) => {
  const text = [
    "Schlüssel;Name;Art;Zweck;Straße;Ort",
    'bruecke_koethen;Schüler-„Brücke“ Köthen;Verein;"Hilft Schülern; täglich – für 0 €.";Große Gasse 1;Köthen',
  ].join("\r\n");
  const special: Record<string, number> = { "„": 0x84, "“": 0x93, "–": 0x96, "€": 0x80 };
  const bytes = Buffer.from([...text].map((letter) => special[letter] ?? letter.charCodeAt(0)));
  await preview(page, "büro.csv", bytes);
  await expect(row(page, "Schüler-„Brücke“ Köthen")).toContainText("Neu");
  await takeOver(page, "büro.csv");
  const visitor = await somebodyElse();
  await expectMember(visitor, "Köthen", "Schüler-„Brücke“ Köthen", 1);
  await visitor.getByRole("link", { name: "Schüler-„Brücke“ Köthen" }).click();
  await expect(visitor.getByText("Hilft Schülern; täglich – für 0 €.")).toBeVisible();
  await expect(visitor.getByText("Große Gasse 1")).toBeVisible();
});

test("a file that cannot be read says what is wrong with it", async ({ page }) => {
  await open(page, "/verwaltung/import");
  const field = page.getByLabel("CSV-Datei");
  const expectRefused = async (name: string, content: string | Buffer, sentence: string) => {
    await choose(page, name, content);
    await expect(field, name).toHaveAccessibleDescription(new RegExp(sentence));
    await expect(page, "there is no preview").not.toHaveURL(/import=/);
  };
  await expectRefused("spalte.csv", `${HEADER};Schuhgröße\n${MUSIC};42`, "Die Spalte „Schuhgröße“ ist nicht bekannt\\.");
  await axeClean(page);
  await expectRefused("fehlt.csv", "key;name;kind\na;b;association", "Die Spalte „purpose_de“ fehlt\\.");
  // Then the right one.
  await choose(page, "richtig.csv", [HEADER, MUSIC].join("\n"));
  await expect(page.getByRole("heading", { name: "Vorschau: richtig.csv" })).toBeVisible();
  await page.getByRole("button", { name: "Beiseitelegen" }).click();
  await expect(page.getByText("Die Datei ist beiseitegelegt.")).toBeVisible();
  await expect(page.getByLabel("CSV-Datei"), "and the next file can be chosen").toBeAttached();
});

test("what is wrong with a file is said in English as well", async ({ page }) => {
  await inEnglish(page);
  await open(page, "/verwaltung/import");
  await choose(page, "column.csv", `${HEADER};Schuhgröße\n${MUSIC};42`);
  await expect(page.getByLabel("CSV file")).toHaveAccessibleDescription(/The column “Schuhgröße” is not known\./);
  await axeClean(page);
});

test("an empty file and one that is no text are refused", async ({ page, expectedProblems }) => {
  // The door answers with a status of its own, which the browser writes into its console.
  expectedProblems.push(/Failed to load resource/);
  await open(page, "/verwaltung/import");
  await choose(page, "leer.csv", "");
  await expect(page.getByLabel("CSV-Datei")).toHaveAccessibleDescription(/Die Datei ist leer\./);
  await choose(page, "bild.csv", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d]));
  await expect(page.getByLabel("CSV-Datei")).toHaveAttribute("aria-invalid", "true");
  await expect(page).not.toHaveURL(/import=/);
});
