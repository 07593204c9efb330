import { AxeBuilder } from "@axe-core/playwright";
import { HtmlValidate } from "html-validate";
import type { Page } from "@playwright/test";
import { rules } from "../html/rules.mjs";
import { expect } from "./visit";

const DEVICES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };

const NARROW = { width: 320, height: 640 };
const ZOOMED = { width: 640, height: 400 }; // what a window of 1280 by 800 holds at 200 %

const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

/** watchShifts notes every layout shift of the pages that page will open; shifted is their sum so far. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { shifts: 0 };
    Object.assign(window, seen);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) (window as unknown as typeof seen).shifts += (entry as unknown as { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/**
 * What a shift may sum up to: on a machine that is busy a page is drawn while it still comes in, and the foot of a card gives
 * way to the next one's text. A picture without its size moves a page a hundred times as far.
 */
const MOST_SHIFT = 0.001;

export async function expectStill(page: Page): Promise<void> {
  expect.soft(await page.evaluate("shifts"), "layout shift").toBeLessThan(MOST_SHIFT);
}

/** settled waits for the colours on their way from one scheme to the next. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().filter((animation) => animation instanceof CSSTransition).map((transition) => transition.finished)));
}

/** expectAccessible runs axe; the schemes differ in colours alone, so that a second look asks for those only. */
export async function expectAccessible(page: Page, scheme: string, rules?: string[]): Promise<void> {
  await settled(page);
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze();
  const found = violations.map(({ id, nodes }) => [id, ...nodes.map(({ html, any }) => `${html}: ${any[0]?.message}`)]);
  expect.soft(found, `accessible, ${scheme}`).toEqual([]);
}

async function expectNoSidewaysScroll(page: Page, size: { width: number; height: number }, name: string): Promise<void> {
  await page.setViewportSize(size);
  expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), `width, ${name}`).toBeLessThanOrEqual(size.width);
}

async function picture(page: Page, name: string, fullPage = false): Promise<void> {
  await page.screenshot({ path: `test-results/screenshots/${name}.png`, fullPage });
}

/**
 * look is all that is looked at on one page, in one visit for the sake of time: a fault in one look does not hide the
 * next. Pictures of what was seen stay in test-results/screenshots.
 */
export async function look(page: Page, name: string): Promise<void> {
  await lookBriefly(page, name, true);
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page, "dark", COLOUR_RULES);
  await page.setViewportSize(DEVICES.phone);
  await picture(page, `${name}-dark`);

  await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
  await picture(page, `${name}-forced`);
  await page.emulateMedia({ forcedColors: null });

  await page.evaluate(() => document.documentElement.setAttribute("data-elder", ""));
  await expectAccessible(page, "elderly mode", [...COLOUR_RULES, "target-size"]);
  await picture(page, `${name}-elder`);
  await page.evaluate(() => document.documentElement.removeAttribute("data-elder"));
}

/** lookBriefly is for the other language of a page that look has seen: colours and modes are of the template, not of its words. */
export async function lookBriefly(page: Page, name: string, fullPage = false): Promise<void> {
  for (const [device, size] of Object.entries(DEVICES)) {
    await page.setViewportSize(size);
    await expectAccessible(page, device);
    await picture(page, `${name}-${device}`, fullPage);
  }
  await expectNoSidewaysScroll(page, ZOOMED, "200 % zoom");
  await expectNoSidewaysScroll(page, NARROW, "phone of 320");
  await page.evaluate(() => document.documentElement.setAttribute("data-elder", ""));
  await expectNoSidewaysScroll(page, NARROW, "elderly mode, phone of 320");
  await page.evaluate(() => document.documentElement.removeAttribute("data-elder"));
}

/** tooSmall are what a finger would miss: links and controls outside running text that are not 44 pixels high. */
export function tooSmall(page: Page): Promise<string[]> {
  return page.locator("a[href], button, input:not([type=hidden]), summary").evaluateAll((nodes) =>
    nodes
      .filter((node) => node.checkVisibility({ visibilityProperty: true }) && getComputedStyle(node).display !== "inline")
      .filter((node) => getComputedStyle(node, "::after").position !== "absolute" && !node.matches(".skip-link")) // a card is its link
      .filter((node) => node.getBoundingClientRect().height < 43.5)
      .map((node) => `${node.outerHTML.slice(0, 90)}: ${node.getBoundingClientRect().height}`),
  );
}

/** expectPrinted looks at a page as paper shows it: what is for the screen is gone, what was said and its label stay. */
export async function expectPrinted(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ media: "print" });
  for (const screen of [".site-header", "form.ask", "form.search", ".turn-actions", ".further", ".feedback", ".conversation > button", ".ask-more"]) {
    for (const node of await page.locator(screen).all()) await expect.soft(node, `${screen} on paper`).toBeHidden();
  }
  for (const label of await page.locator(".answer-label, .answer-version").all()) await expect.soft(label).toBeVisible();
  await page.pdf({ path: `test-results/screenshots/${name}.pdf`, format: "A4" });
  await page.emulateMedia({ media: null });
}

/** expectValid holds what a server sent against the rules for built pages. */
export async function expectValid(html: string): Promise<void> {
  const { results } = await new HtmlValidate(rules as object).validateString(html);
  expect.soft(results.flatMap(({ messages }) => messages.map(({ line, message, ruleId }) => `${line}: ${message} [${ruleId}]`)), "valid HTML").toEqual([]);
}

/** walk goes through a page by Tab until the focus leaves it or comes round, and returns where it had been, as selectors. */
export async function walk(page: Page, most: number): Promise<{ at: string; visible: boolean; marked: boolean }[]> {
  const stops: { at: string; visible: boolean; marked: boolean }[] = [];
  for (let i = 0; i < most; i++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const node = document.activeElement;
      if (!node || node === document.body) return null;
      if (node.hasAttribute("data-walked")) return null;
      node.setAttribute("data-walked", "");
      const { width, height, bottom, top } = node.getBoundingClientRect();
      const style = getComputedStyle(node);
      const row = node.closest(".ask-row");
      const rings = [style, ...(row ? [getComputedStyle(row)] : [])];
      return {
        at: `${node.tagName.toLowerCase()}.${node.className} ${node.textContent?.trim().slice(0, 30)}`,
        visible: width > 0 && height > 0 && bottom > 0 && top < innerHeight && style.visibility === "visible",
        marked: rings.some(({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && outlineWidth !== "0px"),
      };
    });
    if (!stop) break;
    stops.push(stop);
  }
  return stops;
}
