// Filing an application for membership as a visitor does, up to the private link.
import { expect, type Page } from "@playwright/test";
import type { MailSink } from "./mail";
import { open, settled } from "./test";

export interface Application {
  organisation: string;
  purpose: string;
  street: string;
  postalCode: string;
  city: string;
  givenName: string;
  familyName: string;
  email: string;
  motivation: string;
}

/** An application with nothing wrong; a test changes what it is about. */
export function application(change: Partial<Application> = {}): Application {
  return {
    organisation: "Nähstube Fadenlauf e. V.",
    purpose: "Wir nähen gemeinsam und üben dabei Deutsch.",
    street: "Spulengasse 3",
    postalCode: "06366",
    city: "Köthen (Anhalt)",
    givenName: "Sina",
    familyName: "Lorenz",
    email: "sina.lorenz@fadenlauf.example",
    motivation: "Wir suchen Partner für eine zweite Werkstatt.",
    ...change,
  };
}

/** The fields of the form by the names of their values, as they are labelled in both languages. */
export const fields = (page: Page): Record<keyof Application, ReturnType<Page["getByLabel"]>> => ({
  organisation: page.getByLabel(/^(Name der Organisation|Name of the organisation)/),
  purpose: page.getByLabel(/^(Was Ihre Organisation tut|What your organisation does)/),
  street: page.getByLabel(/^(Straße und Hausnummer|Street and number)/),
  postalCode: page.getByLabel(/^(Postleitzahl|Postcode)/),
  city: page.getByLabel(/^(Ort|Town)$/),
  givenName: page.getByLabel(/^(Vorname|Given name)/),
  familyName: page.getByLabel(/^(Nachname|Family name)/),
  email: page.getByLabel(/^(E-Mail-Adresse|E-mail address)/),
  motivation: page.getByLabel(/^(Ihre Gründe|Your reasons)/),
});

/** Types everything into the form. */
export async function fillIn(page: Page, values: Application): Promise<void> {
  const form = fields(page);
  for (const name of Object.keys(values) as (keyof Application)[]) {
    await form[name].fill(values[name]);
  }
}

/** Everything still stands in the form. */
export async function expectFilledIn(page: Page, values: Application): Promise<void> {
  const form = fields(page);
  for (const name of Object.keys(values) as (keyof Application)[]) {
    await expect(form[name], name).toHaveValue(values[name]);
  }
}

export async function send(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^(Antrag absenden|Send application)$/ }).click();
}

/** Files and confirms; afterwards the page shows how the application stands. */
export async function apply(page: Page, mails: MailSink, values: Application): Promise<void> {
  await open(page, "/mitmachen");
  await fillIn(page, values);
  await send(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^(Bitte bestätigen Sie Ihre Adresse|Please confirm your address)$/);
  await confirm(page, mails, values.email);
  await page.getByRole("link", { name: /^(Stand des Antrags ansehen|See how the application stands)$/ }).click();
  await expect(page).toHaveURL(/\/antrag\//);
  await settled(page);
}

/** Follows the link in the mail and confirms the address. */
export async function confirm(page: Page, mails: MailSink, email: string): Promise<void> {
  await open(page, await mails.link(email, "/mitmachen/bestaetigen/"));
  await page.getByRole("button", { name: /^(Antrag bestätigen|Confirm application)$/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^(Danke, Ihr Antrag ist bestätigt|Thank you, your application is confirmed)$/);
}

/** Opens an application of the list that waits for a decision. */
export async function openWaiting(page: Page, organisation: string): Promise<void> {
  await open(page, "/verwaltung/antraege");
  await page.getByRole("link", { name: organisation, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: organisation, exact: true })).toBeVisible();
  await settled(page);
}
