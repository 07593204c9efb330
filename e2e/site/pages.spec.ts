import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { Ask } from "../component/ask";
import { expect, PAGES, path, test } from "./visit";

const LANGS = ["zh", "en"] as const;
const QUESTION = { zh: "上海张江飞地有多大？", en: "How large is the Zhangjiang offsite zone?" };

const DEVICES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } };

const COLOUR_RULES = ["color-contrast", "link-in-text-block"];

// One visit serves all that is looked at, for the sake of time; a fault in one look does not hide the next. The dark
// scheme differs in its colours alone.
async function look(page: Page, name: string): Promise<void> {
  const looks = { light: new AxeBuilder({ page }), dark: new AxeBuilder({ page }).withRules(COLOUR_RULES) };
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await looks[colorScheme].analyze();
    const found = violations.map(({ id, nodes }) => [id, ...nodes.map(({ html, any }) => `${html}: ${any[0]?.message}`)]);
    expect.soft(found, `accessible, ${colorScheme}`).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light" });
  for (const [device, size] of Object.entries(DEVICES)) {
    await page.setViewportSize(size);
    await page.screenshot({ path: `screenshots/${name}-${device}.png`, fullPage: true });
  }
  await page.setViewportSize({ width: 320, height: 640 });
  expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), "width at 320 px").toBeLessThanOrEqual(320);
}

for (const lang of LANGS) {
  for (const { kind, path: zh } of PAGES) {
    test(`accessible, and narrow without scrolling: ${kind}, ${lang}`, async ({ page }) => {
      const response = await page.goto(path(lang, zh));
      expect(response?.status()).toBe(200);
      await expect(page.locator("h1")).toHaveCount(1);
      await look(page, `${kind}-${lang}`);
    });
  }

  test(`accessible, and narrow without scrolling: a conversation, ${lang}`, async ({ page }) => {
    await page.goto(path(lang, "/"));
    const ask = new Ask(page);
    await ask.ask(QUESTION[lang]);
    await ask.reaches("done");
    await ask.ask("红烧肉怎么做");
    await ask.reaches("declined");
    await look(page, `conversation-${lang}`);
  });

  test(`home opens: ${lang}`, async ({ page }) => {
    const response = await page.goto(path(lang, "/"));
    expect(response?.status()).toBe(200);
    await expect(page.locator("html")).toHaveAttribute("lang", lang === "zh" ? "zh-CN" : "en");
    await expect(page.locator("h1")).toHaveCount(1);
    await expect(page).toHaveTitle(/\S/);
    await expect(page.locator("form.ask")).toBeVisible();
    await expect(page.locator("section.conversation")).toHaveCount(0);
  });

  test(`an unknown address is told kindly: ${lang}`, async ({ page, request }) => {
    const response = await request.get(path(lang, "/no/such/page/"));
    expect(response.status()).toBe(404);
    await page.goto(path(lang, "/404.html"));
    await expect(page.locator("h1")).toHaveCount(1);
  });
}

for (const { kind, path: zh } of PAGES.filter(({ path }) => !path.includes("?"))) {
  test(`the other language is one click away, and back: ${kind}`, async ({ page }) => {
    await page.goto(zh);
    await page.locator("a.lang-switch").click();
    await expect(page).toHaveURL(path("en", zh));
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await page.locator("a.lang-switch").click();
    await expect(page).toHaveURL(zh);
    await expect(page.locator("html")).toHaveAttribute("lang", "zh-CN");
  });
}

test("the elderly mode is offered, enlarges the text, and is kept", async ({ page }) => {
  await page.goto("/");
  const size = () => page.locator("main").evaluate((main) => parseFloat(getComputedStyle(main).fontSize));
  const before = await size();
  await page.locator("button[data-module=elder]").click();
  expect(await size()).toBeGreaterThan(before);
  await page.goto("/policies/zj-land-regulation/");
  await expect(page.locator("html")).toHaveAttribute("data-elder");
});

test("a clause's link copies its address", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/policies/zj-land-regulation/");
  const link = page.locator("a.copy-link").first();
  await link.click();
  await expect(link).toHaveAttribute("data-state", "copied");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(`${baseURL}/policies/zj-land-regulation/${await link.getAttribute("href")}`);
});

test("the script is at most 15 KB in all, and no page sets a cookie", async ({ page, context, request }) => {
  const scripts = new Set<string>();
  for (const { path: zh } of PAGES) {
    await page.goto(zh);
    for (const src of await page.evaluate(() => [...document.scripts].flatMap((script) => script.src || []))) scripts.add(src);
  }
  let total = 0;
  for (const src of scripts) total += (await (await request.get(src)).body()).length;
  expect(total).toBeGreaterThan(0);
  expect(total).toBeLessThanOrEqual(15_000);
  expect(await context.cookies()).toEqual([]);
});
