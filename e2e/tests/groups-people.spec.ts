// The ways into a group and out of it: openly, with the consent of an organisation, by invitation; roles;
// all of it by keyboard where that could go wrong.
import { act, ask, confirm, entry, inDays, openGroup } from "../support/groups";
import { people } from "../support/people";
import { axeClean, expect, open, settled, signIn, test } from "../support/test";

test.describe.configure({ timeout: 120_000 });

const CHAIR = "u.kuehne-baumgaertel@sprachenwerk-saalebogen.example";
const OPEN_GROUP = "AG Anerkennung und Nachqualifizierung";

test("an organisation that wants to be asked consents before its people take part", async ({ page, somebodyElse }) => {
  await signIn(page, people.representative);
  await open(page, "/organisation/personen");
  await page.getByLabel("Unsere Organisation wird gefragt, bevor ihre Leute in Gruppen mitarbeiten").check();
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByText("Gespeichert.")).toBeVisible();

  const staff = await somebodyElse();
  await signIn(staff, people.staff);
  await openGroup(staff, OPEN_GROUP);
  await expect(staff.locator("#group-people"), "people are for those inside").toHaveCount(0);
  await act(staff, "Mitarbeiten", {}, "Danke, Ihr Platz ist eingetragen.");
  await expect(staff.getByText("Ihre Organisation wird um Zustimmung gebeten")).toBeVisible();

  await open(page, "/heute");
  const waiting = page.getByRole("listitem").filter({ hasText: "Oksana Kowaltschuk möchte für Ihre Organisation" });
  await waiting.getByRole("link", { name: "Zustimmung geben" }).click();
  await settled(page);
  await axeClean(page);
  const refusal = await ask(page, "Nicht zustimmen");
  await confirm(refusal, "Nicht zustimmen");
  await expect(refusal.getByLabel("Begründung")).toHaveAccessibleDescription(/Bitte füllen Sie dieses Feld aus\./);
  await refusal.getByRole("button", { name: "Abbrechen" }).click();
  await act(page, "Zustimmen", {}, "Sie haben zugestimmt.");
  await expect(page.getByText("Ihre Zustimmung ist gefragt")).toHaveCount(0);

  await staff.reload();
  await settled(staff);
  await expect(staff.getByText("Sie arbeiten mit: Mitglied")).toBeVisible();
  await expect(entry(staff, "people", "Oksana Kowaltschuk")).toBeVisible();
  await act(staff, "Gruppe verlassen", {}, "Sie haben die Gruppe verlassen.");
  await expect(staff.getByRole("button", { name: "Mitarbeiten" })).toBeVisible();
});

test("a proposal of somebody whose organisation wants to be asked waits for its consent", async ({ page, somebodyElse }) => {
  await signIn(page, people.representative);
  await open(page, "/organisation/personen");
  await page.getByLabel("Unsere Organisation wird gefragt, bevor ihre Leute in Gruppen mitarbeiten").check();
  await page.getByRole("button", { name: "Speichern" }).click();
  const staff = await somebodyElse();
  await signIn(staff, people.staff);
  await open(staff, "/gruppen/neu");
  await staff.getByLabel("Name der Gruppe (Deutsch)").fill("AG Probe");
  await staff.getByLabel("Kurzname").fill("AG Probe");
  await staff.getByLabel("Ziel (Deutsch)").fill("Etwas ausprobieren.");
  await staff.getByRole("button", { name: "Gruppe vorschlagen" }).click();
  await expect(staff.getByText("Ihre Organisation wird um Zustimmung gebeten")).toBeVisible();
  await open(page, "/heute");
  await page.getByRole("link", { name: "Zustimmung geben" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "AG Probe" })).toBeVisible();
  await act(page, "Zustimmen", {}, "Sie haben zugestimmt.");
  await expect(page, "the proposal is for those inside and the steering group").toHaveURL(/\/gruppen$/);
  await staff.reload();
  await settled(staff);
  await expect(staff.getByText("Sie arbeiten mit: Leitung")).toBeVisible();
});

test("somebody is invited, accepts, gets another role, and it ends with a day", async ({ page, mails, somebodyElse }) => {
  const guest = "m.schoendube@handwerk-ohretal.example";
  await signIn(page, CHAIR);
  await openGroup(page, "AG Sprache am Arbeitsplatz");
  const dialog = await ask(page, "Person einladen");
  await dialog.getByLabel("E-Mail-Adresse").fill("niemand@nirgends.example");
  await confirm(dialog, "Person einladen");
  await expect(dialog.getByLabel("E-Mail-Adresse")).toHaveAttribute("aria-invalid", "true");
  await dialog.getByLabel("E-Mail-Adresse").fill(guest);
  await dialog.getByLabel("Rolle").selectOption({ label: "Gast" });
  await dialog.getByLabel("Nachricht an die Person").fill("Kommen Sie dazu?");
  await axeClean(page);
  await confirm(dialog, "Person einladen");
  await expect(page.getByText("Die Einladung ist verschickt.")).toBeVisible();
  await settled(page);
  await expect(entry(page, "waiting", "eingeladen").first()).toBeVisible();

  const invited = await somebodyElse();
  await signIn(invited, guest);
  await open(invited, await mails.link(guest, "/gruppen/"));
  await expect(invited.getByText("Kommen Sie dazu?")).toBeVisible();
  await axeClean(invited);
  await act(invited, "Einladung annehmen", {}, "Danke. Sie haben die Einladung angenommen.");
  await expect(invited.getByText("Sie arbeiten mit: Gast")).toBeVisible();

  await page.reload();
  await settled(page);
  const person = () => entry(page, "people", "Schöndube");
  const role = await ask(person(), "Rolle ändern");
  await role.getByLabel("Rolle").selectOption({ label: "Geschäftsführung" });
  await confirm(role, "Rolle ändern");
  await expect(page.getByText("Die neue Rolle gilt.")).toBeVisible();
  await expect(person()).toContainText("Geschäftsführung");
  await settled(page);
  await act(person(), "Mitarbeit beenden", { "Letzter Tag": inDays(20) }, "Das Ende der Mitarbeit ist eingetragen.");
  await expect(person()).toContainText(/bis|–/);
  await page.getByText("Frühere Rollen").click();
  await expect(page.locator("#group-history")).toContainText("Gast");
});

test("a request is refused by keyboard alone, and the focus is never lost", async ({ page }) => {
  await signIn(page, CHAIR);
  await openGroup(page, "AG Sprache am Arbeitsplatz");
  const button = page.getByRole("button", { name: "Nicht aufnehmen" });
  await button.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Nicht aufnehmen" });
  await expect(dialog).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(button).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(dialog).toBeVisible();
  // The button that closes comes first, then the field, then the act.
  await page.keyboard.press("Tab");
  await expect(dialog.getByLabel("Begründung")).toBeFocused();
  await page.keyboard.type("Die Gruppe ist voll.");
  await page.keyboard.press("Tab");
  await expect(dialog.getByRole("button", { name: "Nicht aufnehmen" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Die Anfrage ist abgelehnt.")).toBeVisible();
  await settled(page);
  await expect(page.locator("#group-people")).toBeFocused();
  await expect(page.locator("#group-waiting")).toHaveCount(0);
});
