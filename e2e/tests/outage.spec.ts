// The server goes away while somebody types: nothing is lost, and it goes on when it is back.
import { application, expectFilledIn, fillIn, send } from "../support/application";
import { people } from "../support/people";
import { axeClean, expect, open, settled, signIn, test } from "../support/test";

test.describe.configure({ timeout: 120_000 });

const UNREACHABLE = "Der Server ist gerade nicht erreichbar. Was Sie eingegeben haben, ist noch da.";

// The browser itself notes that nobody answers.
test.beforeEach(({ expectedProblems }) => {
  expectedProblems.push(/ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/);
});

test("an application is typed, the server is gone, and it is sent when it is back", async ({ page, server, mails }) => {
  const filed = application();
  await open(page, "/mitmachen");
  await fillIn(page, filed);
  await server.kill();
  await send(page);
  await expect(page.getByText(UNREACHABLE)).toBeVisible();
  await expect(page.locator(".notice-wrong")).toBeFocused();
  await expectFilledIn(page, filed);
  await axeClean(page);
  await send(page);
  await expect(page.getByText(UNREACHABLE), "still away").toBeVisible();
  await expectFilledIn(page, filed);

  await server.restart();
  await send(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bitte bestätigen Sie Ihre Adresse");
  await mails.link(filed.email, "/mitmachen/bestaetigen/");
  expect(mails.to(filed.email), "it was filed once").toHaveLength(1);
});

test("who is signed in stays so, and a profile is saved after the server came back", async ({ page, server }) => {
  await signIn(page, people.representative);
  await open(page, "/organisation");
  const purpose = page.getByLabel("Was Ihre Organisation tut (Deutsch)");
  await purpose.fill("Wir haben bei Stromausfall geschrieben.");
  await page.getByLabel("Kurzname").fill("WKBE 2");
  await server.kill();
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByText(UNREACHABLE)).toBeVisible();
  await expect(purpose).toHaveValue("Wir haben bei Stromausfall geschrieben.");
  await expect(page.getByLabel("Kurzname")).toHaveValue("WKBE 2");

  await server.restart();
  await page.getByRole("button", { name: "Speichern" }).click();
  await expect(page.getByText("Gespeichert.")).toBeVisible();
  // What was acknowledged survives the next power cut.
  await server.kill();
  await server.restart();
  await page.reload();
  await settled(page);
  await expect(purpose).toHaveValue("Wir haben bei Stromausfall geschrieben.");
  await expect(page.getByLabel("Kurzname")).toHaveValue("WKBE 2");
});

test("a page that cannot be loaded offers to try again", async ({ page, server }) => {
  await signIn(page, people.coordinator);
  await open(page, "/verwaltung/antraege");
  const first = page.getByRole("row").nth(1).getByRole("link");
  const name = (await first.textContent()) ?? "";
  await server.kill();
  await first.click();
  await expect(page.getByText(UNREACHABLE)).toBeVisible();
  await axeClean(page);
  await server.restart();
  await page.getByRole("button", { name: "Noch einmal versuchen" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
});
