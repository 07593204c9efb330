import { expect, test } from "@playwright/test";
import { Ask } from "./ask";

const TEXT = "2021 年，上海张江飞地面积为 2.1 万平方米。 [1]";

test.beforeEach(({ page }) => page.goto("/ask/"));

for (const how of ["answered", "crlf", "split", "drip"]) {
  test(`an answer is shown with label, source, notice and contact: ${how}`, async ({ page }) => {
    const ask = new Ask(page);
    await ask.ask(how);
    await ask.reaches("done");
    const answer = ask.last.locator("article.answer");
    await expect(answer).toHaveAttribute("data-outcome", "answered");
    await expect(answer).toHaveAttribute("data-mode", "extract");
    await expect(answer).toHaveAttribute("lang", "zh-CN");
    await expect(answer.locator(".answer-lead")).toHaveText("见《上海张江飞地》“面积与入驻企业”。");
    await expect(answer.locator(".answer-label")).toHaveText("原文摘录");
    await expect(answer.locator(".answer-text")).toHaveText(TEXT);
    await expect(answer.locator(".notice[data-code=as-of]")).toContainText("截至 2021 年");
    await expect(answer.locator(".source-link")).toHaveAttribute("href", "/enclaves/shanghai-zhangjiang/#area");
    await expect(answer.locator(".source-meta")).toHaveText("丽水经济技术开发区 运营中 截至2021年");
    await expect(answer.locator(".answer-contact a")).toHaveAttribute("href", "/about/contact/");
    await expect(answer.locator(".answer-version")).toHaveText("2026年11月26日提问 · 内容版本 c0ffee");
    await expect(ask.last.locator(".turn-question a")).toHaveAttribute("href", `/ask/?q=${how}`);
    await expect(answer).toHaveAccessibleName(/answered|crlf|split|drip/);
  });
}

test("a citation leads to its source's card, and focus with it", async ({ page }) => {
  const ask = new Ask(page);
  await ask.ask("张江多大？");
  await ask.ask("杭州多大？");
  await expect(ask.turns).toHaveCount(2);
  await ask.reaches("done");
  await ask.last.locator("a.cite").click();
  await expect(page.locator("#t2-source-1")).toBeFocused();
});

test("sources stand before the text is complete", async ({ page }) => {
  const ask = new Ask(page);
  await ask.ask("stall");
  await ask.reaches("streaming");
  await expect(ask.last.locator(".source")).toHaveCount(1);
  await expect(ask.last.locator(".turn-status")).toHaveText("正在回答…");
});

test("a generated answer is labelled so, from its first word", async ({ page }) => {
  const ask = new Ask(page);
  await ask.ask("generated");
  await ask.reaches("done");
  await expect(ask.last.locator(".answer-label")).toHaveText("AI 生成，仅供参考");
  await expect(ask.last.locator(".answer-lead")).toHaveCount(0);
  await expect(ask.last.locator("article")).toHaveAttribute("data-mode", "generate");
});

test("a declined question shows what is near and whom to ask", async ({ page }) => {
  const ask = new Ask(page);
  await ask.ask("declined");
  await ask.reaches("declined");
  await expect(ask.last.locator("article")).toHaveAttribute("data-outcome", "declined");
  await expect(ask.last.locator(".answer-label")).toHaveText("没有依据，未作答");
  await expect(ask.last.getByRole("list", { name: "相近的内容" }).locator(".source")).toHaveCount(1);
  await expect(ask.last.locator("ol.sources.nearest")).toBeVisible();
  await expect(ask.last.locator(".answer-contact a")).toHaveText("经开区投资促进部门");
  await expect(ask.last.locator("a.cite")).toHaveCount(0);
});

test("a follow-up says how it was understood", async ({ page }) => {
  const ask = new Ask(page);
  await ask.ask("followup");
  await expect(ask.last.locator(".turn-understood")).toHaveText("按“杭州飞地多大？”查找");
});

test("an English passage links its Chinese original", async ({ page }) => {
  const ask = new Ask(page);
  await ask.ask("english");
  await expect(ask.last.locator("article")).toHaveAttribute("lang", "en");
  const original = ask.last.locator(".source-original a");
  await expect(original).toHaveText("中文原文 上海张江飞地 › 面积与入驻企业");
  await expect(original.locator("[lang=zh-CN]")).toHaveCount(1);
  await expect(ask.last.locator(".source-original + blockquote[lang=zh-CN]")).toContainText("上海张江飞地");
});

test("what looks like markup is shown as text, and what is no address is no link", async ({ page }) => {
  const ask = new Ask(page);
  await ask.ask("hostile");
  await ask.reaches("done");
  await expect(ask.last.locator(".answer-text")).toContainText("<img src=x onerror=");
  await expect(ask.last.locator(".source-title")).toHaveText("<b>粗</b>");
  await expect(ask.last.locator("img, b, i, u, script")).toHaveCount(0);
  await expect(ask.last.locator(".source-link")).not.toHaveAttribute("href");
  await expect(ask.last.locator(".answer-contact a")).not.toHaveAttribute("href");
  await expect(page).toHaveTitle("提问");
});

test("the finished answer is announced once, without citations", async ({ page }) => {
  const ask = new Ask(page);
  await page.evaluate(() => {
    const said: string[] = [];
    const region = document.querySelector("[role=log]")!;
    const note = (records: MutationRecord[]) =>
      records.forEach((record) => record.addedNodes.forEach((node) => said.push(node.textContent ?? "")));
    new MutationObserver(note).observe(region, { childList: true });
    Object.assign(window, { said });
  });
  await ask.ask("drip");
  await ask.reaches("done");
  await expect.poll(() => page.evaluate("said")).toEqual([
    "正在查找条文…",
    "原文摘录 2021 年，上海张江飞地面积为 2.1 万平方米。",
  ]);
  await expect(page.locator("[role=log]")).toHaveAttribute("aria-live", "polite");
});
