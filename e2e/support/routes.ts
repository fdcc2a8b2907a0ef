// All routes of the app, and as whom to look at them.
import type { Page } from "@playwright/test";
import type { Role } from "./people";
import { open } from "./test";

export interface Visit {
  path: string;
  /** Nobody signed in when absent. */
  as?: Role;
  /** Follow the first link on the page whose address begins with this. */
  follow?: string;
  /** What is changed there, by the parameter of the address. */
  form?: string;
  /** Another tab there, by the end of its path. */
  tab?: string;
  /** A page below it, by what comes after its path. */
  below?: string;
}

export const visits: Visit[] = [
  { path: "/" },
  { path: "/angebote" },
  { path: "/angebote?q=sprachkurs" },
  { path: "/angebote", follow: "/angebote/" },
  { path: "/mitglieder" },
  { path: "/mitglieder", follow: "/mitglieder/" },
  { path: "/mitmachen" },
  { path: "/mitmachen/bestaetigen/abgelaufen" },
  { path: "/antrag/unbekannt" },
  { path: "/anmelden" },
  { path: "/passwort-vergessen" },
  { path: "/passwort/abgelaufen" },
  { path: "/einladung/abgelaufen" },
  { path: "/erster-start/abgelaufen" },
  { path: "/rechte" },
  { path: "/impressum" },
  { path: "/datenschutz" },
  { path: "/gibt-es-nicht" },
  { path: "/heute", as: "representative" },
  { path: "/organisation", as: "representative" },
  { path: "/organisation/angebote", as: "representative" },
  { path: "/organisation/personen", as: "representative" },
  { path: "/gruppen", as: "representative" },
  { path: "/gruppen/neu", as: "representative" },
  { path: "/gruppen?q=Anerkennung", as: "representative", follow: "/gruppen/g" },
  { path: "/gruppen?q=Redaktion", as: "representative", follow: "/gruppen/g" },
  { path: "/gruppen?q=Anerkennung", as: "representative", follow: "/gruppen/g", tab: "/aufgaben" },
  { path: "/gruppen?q=Anerkennung", as: "representative", follow: "/gruppen/g", tab: "/dateien" },
  { path: "/aufgaben", as: "representative" },
  { path: "/aufgaben?ansicht=angefragt", as: "representative", follow: "/aufgaben/" },
  { path: "/beschluesse", as: "representative" },
  { path: "/beschluesse?q=Messe", as: "representative", follow: "/beschluesse/" },
  { path: "/sitzungen", as: "representative" },
  { path: "/sitzungen?ansicht=vergangen", as: "representative" },
  { path: "/konto", as: "representative" },
  { path: "/konto/sicherheit", as: "representative" },
  { path: "/konto/sitzungen", as: "representative" },
  { path: "/konto/daten", as: "representative" },
  { path: "/heute", as: "coordinator" },
  { path: "/rechte", as: "coordinator" },
  { path: "/mitglieder", as: "coordinator", follow: "/mitglieder/" },
  { path: "/gruppen", as: "coordinator" },
  { path: "/gruppen?q=Sprache", as: "coordinator", follow: "/gruppen/g" },
  { path: "/gruppen?q=Sprache", as: "coordinator", follow: "/gruppen/g", form: "angaben" },
  { path: "/gruppen?q=Sprache", as: "coordinator", follow: "/gruppen/g", form: "auftrag" },
  { path: "/gruppen?q=Sprache", as: "coordinator", follow: "/gruppen/g", tab: "/aufgaben" },
  { path: "/gruppen?q=Fachtag", as: "coordinator", follow: "/gruppen/g" },
  { path: "/gruppen?q=Sprache", as: "coordinator", follow: "/gruppen/g", tab: "/dateien" },
  { path: "/gruppen?q=Sprache", as: "coordinator", follow: "/gruppen/g", tab: "/beschluesse" },
  { path: "/gruppen?q=Sprache", as: "coordinator", follow: "/gruppen/g", tab: "/beschluesse", form: "eintragen" },
  { path: "/gruppen?q=Sprache", as: "coordinator", follow: "/gruppen/g", tab: "/beschluesse", form: "umlauf" },
  { path: "/gruppen?q=Sprache", as: "coordinator", follow: "/gruppen/g", tab: "/sitzungen" },
  { path: "/gruppen?q=Sprache", as: "coordinator", follow: "/gruppen/g", tab: "/geschaeftsordnung" },
  { path: "/sitzungen", as: "coordinator", follow: "/sitzungen/meeting_" },
  { path: "/sitzungen", as: "coordinator", follow: "/sitzungen/meeting_", below: "/ablauf" },
  { path: "/sitzungen?ansicht=vergangen", as: "coordinator", follow: "/sitzungen/meeting_", below: "/protokoll" },
  { path: "/sitzungen?ansicht=vergangen", as: "coordinator", follow: "/sitzungen/meeting_", below: "/protokoll/2" },
  { path: "/sitzungen?ansicht=vergangen", as: "coordinator", follow: "/sitzungen/meeting_", below: "/vergleich" },
  { path: "/beschluesse?q=widerrufen", as: "coordinator", follow: "/beschluesse/" },
  { path: "/aufgaben?ansicht=alle", as: "coordinator" },
  { path: "/aufgaben?ansicht=alle&q=Ablaufplan", as: "coordinator", follow: "/aufgaben/" },
  { path: "/aufgaben?ansicht=alle&q=Ablaufplan", as: "coordinator", follow: "/aufgaben/", form: "angaben" },
  { path: "/verwaltung", as: "coordinator" },
  { path: "/verwaltung/gruppen", as: "coordinator" },
  { path: "/verwaltung/antraege", as: "coordinator" },
  { path: "/verwaltung/antraege", as: "coordinator", follow: "/verwaltung/antraege/" },
  { path: "/verwaltung/mitglieder", as: "coordinator" },
  { path: "/verwaltung/netzwerk", as: "coordinator" },
  { path: "/verwaltung/begriffe", as: "coordinator" },
  { path: "/verwaltung/personen", as: "coordinator" },
  { path: "/verwaltung/personen", as: "coordinator", follow: "/verwaltung/personen/" },
  { path: "/verwaltung/import", as: "coordinator" },
  { path: "/verwaltung/postausgang", as: "coordinator" },
  { path: "/verwaltung/protokoll", as: "coordinator" },
];

export const label = (visit: Visit): string => `${visit.path}${visit.follow ? " > first" : ""}${visit.tab ?? ""}${visit.below ?? ""}${visit.form ? ` > ${visit.form}` : ""} (${visit.as ?? "anonymous"})`;

export async function go(page: Page, visit: Visit): Promise<void> {
  await open(page, visit.path);
  if (visit.follow) {
    const path = await page.locator(`main a[href^="${visit.follow}"]`).first().getAttribute("href");
    const place = visit.tab ? path?.replace(/\/[^/]*$/, visit.tab) : path;
    await open(page, `${place ?? visit.path}${visit.below ?? ""}${visit.form ? `?bearbeiten=${visit.form}` : ""}`);
  }
}
