// Using the app without a mouse.
import { expect, type Locator, type Page } from "@playwright/test";

/** Presses Tab until a control has the focus; fails when it is never reached, or when its focus is not to be seen. */
export async function tabTo(page: Page, control: Locator, most = 80): Promise<void> {
  await expect(control).toBeVisible();
  const focused = () => control.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < most && !(await focused()); presses += 1) {
    await page.keyboard.press("Tab");
  }
  await expect(control, `reached by at most ${most} presses of Tab`).toBeFocused();
  await expect(control).toBeInViewport();
  expect(await control.evaluate(looksFocused), "the focus can be seen").toBe(true);
}

/** Whether something about a focused control, or around it, is drawn differently. */
function looksFocused(element: Element): boolean {
  const drawn = (style: CSSStyleDeclaration) =>
    (style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  return element.matches(":focus-visible") && drawn(getComputedStyle(element));
}
