// Working at a group's board as people do: finding a column, a card, and its ways.
import { expect, type Locator, type Page } from "@playwright/test";
import { open, settled } from "./test";

/** Opens the board of the group with this name, in either language. */
export async function openBoard(page: Page, name: string): Promise<void> {
  await open(page, `/gruppen?q=${encodeURIComponent(name)}`);
  await page.locator('main a[href^="/gruppen/g"]').first().click();
  await settled(page);
  await page.getByRole("navigation", { name: /^(Bereiche der Gruppe|Parts of the group)$/ }).getByRole("link", { name: /^(Aufgaben|Tasks)$/ }).click();
  await expect(page.locator("#board")).toBeVisible();
  await settled(page);
}

/** A column by its heading. */
export const column = (page: Page, name: string): Locator => page.getByRole("region", { name: new RegExp(`^${name}\\s`) });

/** The card of a task, in a column or wherever it lies. */
export const card = (place: Page | Locator, title: string): Locator =>
  place.getByRole("listitem").filter({ has: pageOf(place).getByRole("heading", { level: 3, name: title, exact: true }) });

const pageOf = (place: Page | Locator): Page => ("page" in place ? place.page() : place);

/** The titles of a column from the top. */
export const titles = (page: Page, name: string): Locator => column(page, name).getByRole("heading", { level: 3 });

/** The button that moves a card. */
export const mover = (page: Page, title: string): Locator =>
  page.getByRole("button", { name: new RegExp(`^(Verschieben|Move) ?: ${title}$`) });

/** What a screen reader says about the board. */
export const said = (page: Page): Locator => page.locator('main p[role="status"]');

/** A new task with nothing but its title. */
export async function make(page: Page, title: string): Promise<void> {
  await page.getByRole("button", { name: "Neue Aufgabe" }).click();
  const dialog = page.getByRole("dialog", { name: "Neue Aufgabe" });
  await dialog.getByLabel("Was zu tun ist").fill(title);
  await dialog.getByRole("button", { name: "Aufgabe anlegen" }).click();
  await expect(dialog).toBeHidden();
  await expect(card(page, title)).toBeVisible();
}
