// Pictures of every route for looking at: `cargo xtask test shots`, into e2e/shots.
import { people, type Role } from "../support/people";
import { go, label, visits } from "../support/routes";
import { signIn, test } from "../support/test";

const ROLES: (Role | undefined)[] = [undefined, "representative", "coordinator"];

test.use({ shared: true });

for (const role of ROLES) {
  for (const theme of ["light", "dark"]) {
    test(`shots ${role ?? "anonymous"} ${theme}`, async ({ page }) => {
      test.setTimeout(300_000);
      await page.addInitScript((chosen) => localStorage.setItem("verbund.theme", chosen), theme);
      if (role) {
        await signIn(page, people[role]);
      }
      for (const visit of visits.filter((candidate) => candidate.as === role)) {
        await go(page, visit);
        const name = label(visit).replaceAll(/[^a-z0-9]+/gi, "-").replaceAll(/^-|-$/g, "");
        for (const width of [360, 768, 1280]) {
          await page.setViewportSize({ width, height: 900 });
          await page.screenshot({ path: `shots/${name}-${theme}-${width}.png`, fullPage: true });
        }
      }
    });
  }
}
