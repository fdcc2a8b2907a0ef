// What a machine can say about accessibility: axe's rules for WCAG 2.2 AA and its good practice.
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Fails with the elements concerned, and what is wrong with them. */
export async function expectAccessible(page: Page, where = page.url()): Promise<void> {
  expect(await findings(page), where).toEqual([]);
}

/** One line for each element that breaks a rule. */
export async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  const lines = violations.flatMap((violation) =>
    violation.nodes.map((node) => `${violation.id}: ${node.target.join(" ")}: ${node.failureSummary?.split("\n")[1]?.trim() ?? violation.help}`),
  );
  return [...lines, ...(await overflow(page))];
}

/** The page itself must never scroll sideways. */
async function overflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) {
      return [];
    }
    const wide = [...document.querySelectorAll<HTMLElement>("body *")].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.right > width + 1 && box.width > 0 && getComputedStyle(element).position !== "fixed";
    });
    const name = (element: HTMLElement) => `${element.tagName.toLowerCase()}.${element.className}`;
    return [`sideways scrolling: ${document.documentElement.scrollWidth} > ${width}: ${wide.slice(0, 4).map(name).join(", ")}`];
  });
}
