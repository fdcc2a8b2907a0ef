// Every route, in both languages, light and dark, at three widths: axe finds nothing.
import { people, type Role } from "../support/people";
import { findings } from "../support/axe";
import { go, label, visits } from "../support/routes";
import { expect, signIn, test } from "../support/test";

const WIDTHS = [360, 768, 1280];
const ROLES: (Role | undefined)[] = [undefined, "representative", "coordinator"];

test.use({ shared: true });

for (const role of ROLES) {
  for (const locale of ["de", "en"]) {
    for (const theme of ["light", "dark"]) {
      test(`${role ?? "anonymous"}, ${locale}, ${theme}`, async ({ page }) => {
        test.setTimeout(240_000);
        await page.addInitScript(
          ([chosenLocale, chosenTheme]) => {
            localStorage.setItem("verbund.locale", chosenLocale!);
            localStorage.setItem("verbund.theme", chosenTheme!);
          },
          [locale, theme],
        );
        if (role) {
          await signIn(page, people[role]);
        }
        for (const visit of visits.filter((candidate) => candidate.as === role)) {
          await go(page, visit);
          await expect(page.locator("html")).toHaveAttribute("lang", locale);
          for (const width of WIDTHS) {
            await page.setViewportSize({ width, height: 900 });
            expect.soft(await findings(page), `${label(visit)} at ${width}`).toEqual([]);
          }
        }
      });
    }
  }
}
