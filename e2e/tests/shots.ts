// Pictures of every route for looking at: `cargo xtask test shots`, into e2e/shots; in each width,
// theme and language. `cargo xtask test shots coordinator` makes only those of one role.
import { people, type Role } from "../support/people";
import { go, label, visits, type Visit } from "../support/routes";
import { signIn, test } from "../support/test";

const ROLES: (Role | undefined)[] = [undefined, "representative", "steering", "coordinator"];
const WIDTHS = [360, 768, 1280];

/** What looks different to the steering group. */
const STEERING: Visit[] = ["/heute", "/organisation", "/verwaltung", "/verwaltung/antraege"].map((path) => ({
  path,
  as: "steering",
}));

test.use({ shared: true });

for (const role of ROLES) {
  for (const theme of ["light", "dark"]) {
    for (const locale of ["de", "en"]) {
      test(`shots ${role ?? "anonymous"} ${theme} ${locale}`, async ({ page }) => {
        test.setTimeout(300_000);
        await page.addInitScript(
          ([chosenTheme, chosenLocale]) => {
            localStorage.setItem("verbund.theme", chosenTheme);
            localStorage.setItem("verbund.locale", chosenLocale);
          },
          [theme, locale] as const,
        );
        if (role) {
          await signIn(page, people[role]);
        }
        for (const visit of [...visits, ...STEERING].filter((candidate) => candidate.as === role)) {
          await go(page, visit);
          const name = label(visit).replaceAll(/[^a-z0-9]+/gi, "-").replaceAll(/^-|-$/g, "");
          for (const width of WIDTHS) {
            await page.setViewportSize({ width, height: 900 });
            await page.screenshot({ path: `shots/${name}-${locale}-${theme}-${width}.png`, fullPage: true });
          }
        }
      });
    }
  }
}
