// Every route, in both languages, light and dark, at three widths: axe finds nothing.
import { people, type Role } from "../support/people";
import { findings } from "../support/axe";
import { go, label, visits } from "../support/routes";
import { expect, signIn, test } from "../support/test";

const WIDTHS = [360, 768, 1280];
const ROLES: (Role | undefined)[] = [undefined, "representative", "coordinator"];
/** Visits of one test: so many that none takes minutes, and workers share them evenly. */
const AT_ONCE = 10;

test.use({ shared: true });

const parts = ROLES.flatMap((role) => {
  const own = visits.filter((candidate) => candidate.as === role);
  const count = Math.ceil(own.length / AT_ONCE);
  return Array.from({ length: count }, (_, index) => ({
    role,
    name: `${role ?? "anonymous"} ${index + 1}/${count}`,
    visits: own.slice(index * AT_ONCE, (index + 1) * AT_ONCE),
  }));
});

for (const part of parts) {
  for (const locale of ["de", "en"]) {
    for (const theme of ["light", "dark"]) {
      test(`${part.name}, ${locale}, ${theme}`, async ({ page }) => {
        test.setTimeout(240_000);
        await page.addInitScript(
          ([chosenLocale, chosenTheme]) => {
            localStorage.setItem("verbund.locale", chosenLocale!);
            localStorage.setItem("verbund.theme", chosenTheme!);
          },
          [locale, theme],
        );
        if (part.role) {
          await signIn(page, people[part.role]);
        }
        for (const visit of part.visits) {
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
