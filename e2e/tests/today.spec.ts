// The page of today, the audit trail and the outbox.
import { people } from "../support/people";
import { axeClean, expect, open, settled, signIn, test } from "../support/test";

test("after signing in, a representative sees what waits and comes to it", async ({ page }) => {
  await signIn(page, people.representative);
  await open(page, "/heute");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/Guten (Morgen|Tag|Abend), /);
  await expect(page.getByRole("heading", { name: "Was als Nächstes kommt" })).toBeVisible();
  await axeClean(page);
});

test("an offer that is still right is confirmed with one press", async ({ page }) => {
  await signIn(page, people.representative);
  await open(page, "/heute");
  const offers = page.getByRole("button", { name: "Stimmt noch" });
  const before = await offers.count();
  test.skip(before === 0, "nothing is due in this demonstration");
  await offers.first().click();
  await expect(page.getByText(/Danke\. .* ist bestätigt\./)).toBeVisible();
  await expect(offers).toHaveCount(before - 1);
});

test("a coordinator finds in the trail who did what", async ({ page }) => {
  await signIn(page, people.coordinator);
  await open(page, "/verwaltung/protokoll");
  await page.getByLabel("Was", { exact: true }).selectOption({ label: "Angemeldet" });
  await expect(page).toHaveURL(/was=session_start/);
  await settled(page);
  await expect(page.getByRole("row").nth(1)).toContainText("Angemeldet");
  await axeClean(page);
});

test("a coordinator filters the outbox by state", async ({ page }) => {
  await signIn(page, people.coordinator);
  await open(page, "/verwaltung/postausgang");
  await page.getByRole("link", { name: "Gescheitert" }).click();
  await expect(page).toHaveURL(/stand=failed/);
  await settled(page);
  await axeClean(page);
});
