// Working with groups as people do: finding one, doing something in its dialog.
import { expect, type Locator, type Page } from "@playwright/test";
import { open, settled } from "./test";

/** A day so many days from today, as a field for days takes it. */
export function inDays(days: number): string {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

/** Opens the group with this name from the list. */
export async function openGroup(page: Page, name: string): Promise<void> {
  await open(page, `/gruppen?q=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name, exact: true })).toBeVisible();
  await settled(page);
}

/** Opens the dialog of an act. */
export async function ask(place: Page | Locator, label: string): Promise<Locator> {
  await place.getByRole("button", { name: label, exact: true }).click();
  const page = "page" in place ? place.page() : place;
  const dialog = page.getByRole("dialog", { name: label, exact: true });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** Does what the dialog is for. */
export async function confirm(dialog: Locator, label: string): Promise<void> {
  await dialog.getByRole("button", { name: label, exact: true }).click();
}

/** An act from its button to the end: what is typed by the labels of its fields, and what is said afterwards. */
export async function act(place: Page | Locator, label: string, texts: Record<string, string>, said: string): Promise<void> {
  const dialog = await ask(place, label);
  for (const [field, text] of Object.entries(texts)) {
    await dialog.getByLabel(field).fill(text);
  }
  await confirm(dialog, label);
  await expect(dialog).toBeHidden();
  const page = "page" in place ? place.page() : place;
  await expect(page.getByText(said).last()).toBeVisible();
  await settled(page);
}

/** The state of the group as its page says it. */
export const state = (page: Page): Locator => page.locator("#group-state .badge").first();

/** The entry of something in a part of the page. */
export const entry = (page: Page, part: string, text: string): Locator =>
  page.locator(`#group-${part}`).getByRole("listitem").filter({ hasText: text });
