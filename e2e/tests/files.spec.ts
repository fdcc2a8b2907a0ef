// Files of groups: uploading, taking along, renaming, removing; those of a task; what is refused.
import { readFile } from "node:fs/promises";
import { act, ask, confirm } from "../support/groups";
import { group, openTask } from "../support/tasks";
import { axeClean, expect, inEnglish, open, settled, signIn, test } from "../support/test";

test.describe.configure({ timeout: 120_000 });

const PDF = { name: "Ablauf Fachtag.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\nAblauf") };
const PROGRAM = { name: "harmlos.pdf", mimeType: "application/pdf", buffer: Buffer.from("MZ\x90\0\x03\0\0\0") };

test("a file is uploaded, seen by others at once, taken along, renamed and removed", async ({ page, somebodyElse, expectedProblems }) => {
  // The door answers with a status of its own, which the browser writes into its console.
  expectedProblems.push(/422/);
  await signIn(page, group.member);
  await open(page, "/gruppen?q=Sprache");
  await page.getByRole("main").getByRole("link", { name: /Sprache/ }).first().click();
  await settled(page);
  await page.getByRole("link", { name: "Dateien", exact: true }).click();
  await settled(page);
  await expect(page.getByText("Noch keine Dateien")).toBeVisible();
  await axeClean(page);

  // The chair looks at the same page while the member uploads.
  const chair = await somebodyElse();
  await signIn(chair, group.chair);
  await open(chair, new URL(page.url()).pathname);
  await expect(chair.getByText("Noch keine Dateien")).toBeVisible();

  await page.getByLabel("Datei hochladen").setInputFiles(PROGRAM);
  await expect(page.getByLabel("Datei hochladen")).toHaveAccessibleDescription(/Diese Art von Datei/);
  await page.getByLabel("Datei hochladen").setInputFiles(PDF);
  await expect(page.getByText("Die Datei ist hochgeladen.")).toBeVisible();
  const mine = page.getByRole("listitem").filter({ hasText: PDF.name });
  await expect(mine).toContainText("1 kB");
  await axeClean(page);

  const theirs = chair.getByRole("listitem").filter({ hasText: PDF.name });
  await expect(theirs, "the other browser shows it without a reload").toBeVisible({ timeout: 5_000 });
  const [saved] = await Promise.all([
    chair.waitForEvent("download"),
    theirs.getByRole("button", { name: "Herunterladen" }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe(PDF.name);
  expect(await readFile(await saved.path())).toEqual(PDF.buffer);

  const dialog = await ask(mine, "Umbenennen");
  await dialog.getByLabel("Name").fill("Programm");
  await dialog.getByLabel("Was es ist").fill("Endgültig");
  await axeClean(page);
  await confirm(dialog, "Umbenennen");
  await expect(page.getByRole("heading", { name: "Programm.pdf" })).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Programm.pdf" })).toContainText("Endgültig");

  // The chair acts on what stood there before: told so, nothing is lost.
  await expect(chair.getByRole("heading", { name: "Programm.pdf" })).toBeVisible({ timeout: 5_000 });
  await act(chair.getByRole("listitem").filter({ hasText: "Programm.pdf" }), "Entfernen", {}, "Die Datei ist entfernt.");
  await expect(page.getByText("Noch keine Dateien")).toBeVisible({ timeout: 5_000 });
});

test("a file belongs to a task and says so in the group's list", async ({ page }) => {
  await signIn(page, group.member);
  await openTask(page, "Videokurs für unterwegs testen");
  await page.getByLabel("Datei hochladen").setInputFiles(PDF);
  await expect(page.getByRole("heading", { name: PDF.name })).toBeVisible();
  await axeClean(page);
  const path = await page.getByRole("navigation", { name: "Sie sind hier" }).getByRole("link").last().getAttribute("href");
  await open(page, path!.replace("/aufgaben", "/dateien"));
  const entry = page.getByRole("listitem").filter({ hasText: PDF.name });
  await expect(entry.getByRole("link", { name: "Videokurs für unterwegs testen" })).toBeVisible();
  await inEnglish(page);
  await page.reload();
  await settled(page);
  await expect(page.getByText(/of 500 MB taken/)).toBeVisible();
  await axeClean(page);
});
