import { expect, test } from "@playwright/test";
import { Ask } from "./ask";

test.beforeEach(({ page }) => page.goto("/ask/"));

for (const how of ["button", "Escape"]) {
  test(`${how} stops an answer; focus returns to the field`, async ({ page }) => {
    const ask = new Ask(page);
    await ask.ask("stall");
    await ask.reaches("streaming");
    if (how === "button") await ask.button("stop").click();
    else await page.keyboard.press("Escape");
    await ask.reaches("stopped");
    await expect(ask.last.locator(".turn-status")).toHaveText("已停止");
    await expect(ask.last.locator(".source")).toHaveCount(1);
    await expect(ask.last.locator(".answer-label")).toHaveText("原文摘录");
    await expect(ask.input).toBeFocused();
    await expect(ask.button("stop")).toBeHidden();
  });
}

test("the stop button keeps its focus when the first words arrive, and works by keyboard", async ({ page }) => {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/api/answer", async (route) => {
    await released;
    await route.continue();
  });
  const ask = new Ask(page);
  await ask.ask("stall");
  await ask.button("stop").focus();
  release();
  await ask.reaches("streaming");
  await expect(ask.button("stop")).toBeFocused();
  await page.keyboard.press("Enter");
  await ask.reaches("stopped");
});

test("Escape without an answer on its way does nothing", async ({ page }) => {
  const ask = new Ask(page);
  await ask.ask("张江多大？");
  await ask.reaches("done");
  await page.keyboard.press("Escape");
  await ask.reaches("done");
});

test("a new question while one is answered stops that one", async ({ page }) => {
  const ask = new Ask(page);
  await ask.ask("stall");
  await ask.reaches("streaming");
  await ask.ask("张江多大？");
  await ask.reaches("done");
  await expect(ask.turns.nth(1)).toHaveAttribute("data-state", "stopped");
  await expect(ask.turns).toHaveCount(2);
});

test("an empty question, or one of spaces, is not sent", async ({ page }) => {
  let requests = 0;
  page.on("request", (request) => request.method() === "POST" && requests++);
  const ask = new Ask(page);
  await ask.ask("");
  await ask.ask("   ");
  await expect(ask.input).toHaveValue("");
  await expect(ask.conversation).toHaveCount(0);
  expect(requests).toBe(0);
});

test("an answer is copied with question, label and full addresses", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const ask = new Ask(page);
  await ask.ask("张江多大？");
  await ask.button("copy").click();
  await expect(ask.button("copy")).toHaveText("已复制");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(`张江多大？
${baseURL}/ask/?q=%E5%BC%A0%E6%B1%9F%E5%A4%9A%E5%A4%A7%EF%BC%9F

见《上海张江飞地》“面积与入驻企业”。

原文摘录

2021 年，上海张江飞地面积为 2.1 万平方米。\u00a0[1]

以上内容截至 2021 年，现状请向经开区投资促进部门核实。

1 上海张江飞地 面积与入驻企业
${baseURL}/enclaves/shanghai-zhangjiang/#area

丽水经济技术开发区  运营中 截至2021年

经开区投资促进部门
${baseURL}/about/contact/

2026年11月26日提问 · 内容版本 c0ffee`);
});

test("copying works where the clipboard is withheld, as on plain HTTP", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.addInitScript(() => {
    const { clipboard } = navigator;
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    Object.assign(window, { withheld: clipboard });
  });
  await page.reload();
  const ask = new Ask(page);
  await ask.ask("张江多大？");
  await ask.button("copy").click();
  await expect(ask.button("copy")).toHaveText("已复制");
  await expect(ask.button("copy")).toBeFocused();
  expect(await page.evaluate("withheld.readText()")).toContain("原文摘录");
});

test("clear empties the conversation and forgets it; focus returns to the field", async ({ page }) => {
  const ask = new Ask(page);
  await ask.ask("张江多大？");
  await ask.reaches("done");
  await ask.button("clear").click();
  await expect(ask.turns).toHaveCount(0);
  await expect(ask.button("clear")).toBeHidden();
  await expect(ask.input).toBeFocused();
  await expect(page.locator("[role=log]")).toHaveText("对话已清空");
  await page.reload();
  await expect(ask.conversation).toHaveCount(0);
  await ask.ask("declined");
  await ask.reaches("declined");
});

test("an example question is filled in and asked", async ({ page }) => {
  await page.goto("/");
  const ask = new Ask(page);
  await page.getByRole("link", { name: "张江多大？" }).click();
  await ask.reaches("done");
  await expect(ask.last.locator(".turn-question")).toHaveText("您问 张江多大？");
  await expect(page).toHaveURL("/");
});

test("everything can be reached and used by keyboard", async ({ page }) => {
  const ask = new Ask(page);
  await ask.input.focus();
  await page.keyboard.type("张江多大？");
  await page.keyboard.press("Enter");
  await ask.reaches("done");
  await expect(ask.input).toBeFocused();
  const reached: string[] = [];
  for (let i = 0; i < 11; i++) {
    await page.keyboard.press("Tab");
    reached.push(await page.evaluate(() => document.activeElement?.className || document.activeElement?.textContent || ""));
  }
  expect(reached).toEqual(["提问", "张江多大？", "cite", "source-link", "经开区投资促进部门", "example", "button-quiet", "button-quiet", "button-quiet", "有用吗？", "button-quiet"]);
});

test("a page's other forms stay plain", async ({ page }) => {
  await page.goto("/clause/");
  await page.locator("#q2").fill("张江多大？");
  await page.locator("#q2").press("Enter");
  await expect(page).toHaveURL(/\/ask\?q=/);
});

test("the newest answer stands first, in sight of the field it was asked in", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 700 });
  const ask = new Ask(page);
  for (const question of ["张江多大？", "那杭州的呢", "declined"]) await ask.ask(question);
  await ask.reaches("declined");
  await expect(ask.turns.locator(".turn-question")).toContainText(["declined", "那杭州的呢", "张江多大？"]);
  await expect(ask.input).toBeInViewport();
  await expect(ask.last.locator(".answer-text")).toBeInViewport();
});

for (const how of ["Enter", "an example"]) {
  test(`an answer that comes far from its question is brought into sight: ${how}`, async ({ page }) => {
    await page.goto("/far/");
    const ask = new Ask(page);
    if (how === "Enter") await ask.ask("张江多大？");
    else await page.locator("a.example").click();
    await ask.reaches("done");
    await expect(ask.last.locator(".answer-text")).toBeInViewport();
    await expect(ask.input).toBeFocused();
  });
}

test.describe("by touch", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test("asking lets go of the field, so that no keyboard covers the answer", async ({ page }) => {
    const ask = new Ask(page);
    await ask.input.tap();
    await ask.ask("张江多大？");
    await ask.reaches("done");
    await expect(ask.input).not.toBeFocused();
  });
});
