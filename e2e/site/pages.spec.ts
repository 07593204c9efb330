import { Ask } from "../component/ask";
import { expectPrinted, expectStill, expectValid, look, lookBriefly, tooSmall, walk, watchShifts } from "./look";
import { expect, PAGES, path, test } from "./visit";

const MOST_STOPS = 150; // a list has as many links again, of the same kinds

/** OTHERS are kinds with few pages: in the one language, their templates' parts are in PAGES too. */
const OTHERS = [
  { kind: "compare", path: "/compare/" },
  { kind: "missing", path: "/404.html" },
  { kind: "nothing-found", path: "/search?q=zzqqxxyy" },
  { kind: "planned", path: "/en/enclaves/suzhou/" },
];

const LANGS = ["zh", "en"] as const;
const ASKED = { zh: /^20\d\d年\d+月\d+日提问/, en: /^Asked \d+ \w+ 20\d\d/ };
const QUESTION = { zh: "上海张江飞地有多大？", en: "How large is the Zhangjiang offsite zone?" };

for (const lang of LANGS) {
  for (const { kind, path: zh } of PAGES) {
    test(`valid, still, accessible, narrow, in every mode and on paper: ${kind}, ${lang}`, async ({ page }) => {
      await watchShifts(page);
      const response = await page.goto(path(lang, zh));
      expect(response?.status()).toBe(200);
      await expect(page.locator("h1")).toHaveCount(1);
      await expectStill(page);
      if (zh.includes("?")) await expectValid(await response!.text());
      await (lang === "zh" ? look : lookBriefly)(page, `${kind}-${lang}`);
      if (lang === "zh") await expectPrinted(page, kind); // the same template
    });
  }

  test(`accessible in every mode, narrow and on paper: a conversation, ${lang}`, async ({ page }) => {
    await page.goto(path(lang, "/ask/"));
    const ask = new Ask(page);
    await ask.ask(QUESTION[lang]);
    await ask.reaches("done");
    await ask.ask("红烧肉怎么做");
    await ask.reaches("declined");
    await ask.last.locator(".feedback summary").click();
    await expect(ask.last.locator(".answer-version")).toHaveText(ASKED[lang]);
    await look(page, `conversation-${lang}`);
    await expectPrinted(page, `conversation-${lang}`);
  });

  test(`accessible and narrow: suggestions, ${lang}`, async ({ page }) => {
    await page.goto(path(lang, "/search/"));
    await page.locator("#s").pressSequentially(lang === "zh" ? "飞地" : "zone");
    await expect(page.getByRole("option")).not.toHaveCount(0);
    await (lang === "zh" ? look : lookBriefly)(page, `suggestions-${lang}`);
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

for (const { kind, path: zh } of PAGES) {
  test(`every link and button is reached by Tab, in sight and marked: ${kind}`, async ({ page }) => {
    await page.goto(zh);
    const stops = await walk(page, MOST_STOPS);
    expect(stops.length).toBeGreaterThan(10);
    expect(stops.filter(({ visible }) => !visible), "focus out of sight").toEqual([]);
    expect(stops.filter(({ marked }) => !marked), "focus without a mark").toEqual([]);
    const missed = await page.evaluate(() => {
      const all = document.querySelectorAll<HTMLElement>("a[href], button, input:not([type=hidden]), summary");
      return [...all].filter((node) => node.checkVisibility({ visibilityProperty: true }) && !node.hasAttribute("data-walked")).map((node) => node.outerHTML.slice(0, 90));
    });
    if (stops.length < MOST_STOPS) expect(missed, "never reached").toEqual([]);
  });
}

for (const { kind, path: address } of OTHERS) {
  test(`accessible in every mode, narrow and on paper: ${kind}`, async ({ page }) => {
    await page.goto(address);
    await look(page, kind);
    await expectPrinted(page, kind);
  });
}

test.describe("by touch", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test("a finger meets every link and control", async ({ page }) => {
    for (const { path: zh } of [...PAGES, ...OTHERS]) {
      await page.goto(zh);
      expect.soft(await tooSmall(page), zh).toEqual([]);
    }
  });
});

test("pages say what they say without pictures", async ({ page }) => {
  await page.route(/\.(png|jpe?g|webp|avif|gif)$/, (route) => route.fulfill({ status: 200, contentType: "image/png", body: "" }));
  for (const { path: zh } of PAGES) {
    await page.goto(zh);
    await expect(page.locator("h1")).toHaveText(/\S/);
    for (const image of await page.locator("main img").all()) await expect(image).toHaveAttribute("alt", /\S/);
  }
});

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

