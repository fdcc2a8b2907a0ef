// Working with tasks as people do: finding one, and the parts of its page.
import { expect, type Locator, type Page } from "@playwright/test";
import { open, settled } from "./test";

/** People of the working group on language at work, as the demonstration has them. */
export const group = {
  chair: "u.kuehne-baumgaertel@sprachenwerk-saalebogen.example",
  secretary: "dj.stankovic@sprachenwerk-saalebogen.example",
  member: "w.juergensen@gruene-jeetze.example",
  other: "j.okonkwo@pflegeverbund-flaeminghoehe.example",
} as const;

/** Opens the task with this title from the list, whatever its state. */
export async function openTask(page: Page, title: string): Promise<void> {
  await open(page, `/aufgaben?ansicht=alle&stand=alle&q=${encodeURIComponent(title)}`);
  await page.getByRole("link", { name: title, exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: title, exact: true })).toBeVisible();
  await settled(page);
}

/** A part of the task's page. */
export const part = (page: Page, name: "state" | "responsible" | "facts" | "text" | "checklist" | "comments"): Locator =>
  page.locator(`#task-${name}`);
