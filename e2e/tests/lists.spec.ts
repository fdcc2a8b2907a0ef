// Lists of the coordination office taken along as they are filtered, what the audit trail says of it,
// and what is found from everywhere.
import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { people } from "../support/people";
import { axeClean, expect, open, signIn, test } from "../support/test";

async function table(page: Page, file: string): Promise<string[]> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Als Tabelle (CSV)" }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe(file);
  const text = readFileSync(await saved.path(), "utf8");
  expect(text.charCodeAt(0), "table programs need the mark").toBe(0xfeff);
  return text.slice(1).trim().split("\r\n");
}

test("applications are taken along as they are filtered, and the trail says so in words", async ({ page }) => {
  await signIn(page, people.coordinator);
  await open(page, "/verwaltung/antraege?stand=in_review");
  await axeClean(page);
  const shown = (await page.getByRole("row").count()) - 1;
  const lines = await table(page, "verbund-applications.csv");
  expect(lines[0]).toContain("Name der Organisation;Stand;");
  expect(lines.filter((line) => line.includes(";in Prüfung;"))).toHaveLength(shown);
  await open(page, "/verwaltung/protokoll?was=application_export");
  await expect(page.getByRole("row").nth(1)).toContainText("Anträge als Tabelle mitgenommen");
  await expect(page.getByRole("row").nth(1)).toContainText("Stand: in Prüfung");
});

test("members are filtered by kind, and taken along", async ({ page }) => {
  await signIn(page, people.coordinator);
  await open(page, "/verwaltung/mitglieder");
  await page.getByLabel("Art der Organisation").selectOption("chamber");
  await expect(page).toHaveURL(/art=chamber/);
  await expect(page.getByRole("row").nth(1)).toContainText("Kammer");
  await axeClean(page);
  const lines = await table(page, "verbund-memberships.csv");
  expect(lines.length).toBeGreaterThan(1);
  expect(lines.slice(1).every((line) => line.includes(";Kammer;"))).toBe(true);
});

test("an invitation is sent again and withdrawn", async ({ page, mails }) => {
  await signIn(page, people.representative);
  await open(page, "/organisation/personen");
  await page.getByRole("button", { name: "Person einladen" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("E-Mail-Adresse").fill("neu@verein.example");
  await dialog.getByRole("button", { name: "Einladung senden" }).click();
  const entry = page.getByRole("listitem").filter({ hasText: "neu@verein.example" });
  await expect(entry).toBeVisible();
  const first = await mails.link("neu@verein.example", "/einladung/");

  await entry.getByRole("button", { name: "Noch einmal senden" }).click();
  await axeClean(page);
  await page.getByRole("dialog").getByRole("button", { name: "Noch einmal senden" }).click();
  await expect(page.getByText("Die Einladung an neu@verein.example ist noch einmal unterwegs.")).toBeVisible();
  await expect.poll(() => mails.link("neu@verein.example", "/einladung/")).not.toBe(first);

  await entry.getByRole("button", { name: "Zurückziehen" }).press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: "Zurückziehen" }).press("Enter");
  await expect(page.getByText("Die Einladung ist zurückgezogen.")).toBeVisible();
  await expect(entry).toHaveCount(0);
});

test("whoever admits says since when; a day out of range is told beside the field", async ({ page }) => {
  await signIn(page, people.steering);
  await open(page, "/verwaltung/antraege?stand=in_review");
  await page.getByRole("row").nth(1).getByRole("link").click();
  await page.getByRole("button", { name: "Aufnehmen" }).click();
  const dialog = page.getByRole("dialog", { name: "Organisation aufnehmen?" });
  await axeClean(page);
  await dialog.getByLabel("Begründung").fill("Passt zu uns.");
  await dialog.getByLabel("Mitglied seit").fill("2999-01-01");
  await dialog.getByRole("button", { name: "Aufnehmen" }).click();
  await expect(dialog.getByText(/^Möglich ist hier ein Tag vom 1\. Januar 1900 bis zum/)).toBeVisible();
  await expect(dialog.getByLabel("Mitglied seit")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel("Mitglied seit").fill("2020-02-03");
  await dialog.getByRole("button", { name: "Aufnehmen" }).click();
  await expect(page.getByText("Die Organisation ist aufgenommen, die Einladung ist unterwegs.")).toBeVisible();
  await page.getByRole("link", { name: "Zur Mitgliedsorganisation" }).click();
  await expect(page.getByRole("main")).toContainText("2020");
});

test.describe("for everybody", () => {
  test.use({ shared: true });

  test("the command box finds offers and members while one types", async ({ page, expectedProblems }) => {
    expectedProblems.push(/Failed to load resource/);
    await open(page, "/");
    await page.keyboard.press("Control+k");
    const box = page.getByRole("dialog");
    await box.getByRole("combobox").pressSequentially("sprachen");
    await expect(box.getByRole("status")).toContainText("Treffer im Verzeichnis");
    await axeClean(page);
    await page.keyboard.press("ArrowUp");
    const last = box.getByRole("option").last();
    await expect(last).toHaveAttribute("aria-selected", "true");
    await expect(last).toBeInViewport();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/mitglieder\/[^/?]+$/);

    await page.keyboard.press("Control+k");
    await box.getByRole("combobox").fill("xyzzyx");
    await expect(box.getByRole("status")).toHaveText("Im Verzeichnis passt nichts dazu.");
    await page.route("**/graphql", (route) => route.abort());
    await box.getByRole("combobox").fill("kammer");
    await expect(box.getByRole("status")).toHaveText("Das Verzeichnis ist gerade nicht erreichbar.");
  });

  test("the gallery is for development only", async ({ page }) => {
    await open(page, "/galerie");
    await expect(page.getByRole("heading", { level: 1 })).not.toContainText("Bausteine");
    await expect(page.getByRole("main").getByRole("link", { name: "Angebote" })).toBeVisible();
  });
});
