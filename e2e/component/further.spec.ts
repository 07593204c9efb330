import { expect, test, type Page } from "@playwright/test";
import { Ask } from "./ask";

async function answered(page: Page, question = "张江多大？"): Promise<Ask> {
  await page.goto("/ask/");
  const ask = new Ask(page);
  await ask.ask(question);
  await ask.reaches("done");
  return ask;
}

test("a question that follows is one click away, and has an address of its own", async ({ page }) => {
  const ask = await answered(page);
  const next = ask.last.getByRole("list", { name: "接着问" }).getByRole("link");
  await expect(next).toHaveAttribute("href", `/ask/?q=${encodeURIComponent("张江飞地有哪些企业？")}`);
  await next.click();
  await expect(ask.turns).toHaveCount(2);
  await expect(ask.last.locator(".turn-question")).toContainText("张江飞地有哪些企业？");
});

test("on the page of questions each has its address, and back and forward lead through them", async ({ page }) => {
  const address = (q: string) => (url: URL) => url.pathname === "/ask/" && url.searchParams.get("q") === q;
  const ask = await answered(page, "甲？");
  await expect(page).toHaveURL(address("甲？"));
  for (const q of ["乙？", "丙？", "丁？", "戊？"]) {
    await ask.ask(q);
    await expect(page).toHaveURL(address(q));
    await ask.reaches("done");
  }
  for (let i = 0; i < 4; i++) await page.goBack();
  await expect(page).toHaveURL(address("甲？"));
  await expect(page.locator("#t1 .turn-question")).toBeInViewport();
  await page.goForward();
  await expect(page).toHaveURL(address("乙？"));
  await page.reload();
  await expect(ask.turns).toHaveCount(5);
});

test("a follow-up's address is the question that it stands for", async ({ page }) => {
  await answered(page, "followup");
  await expect(page).toHaveURL((url) => url.searchParams.get("q") === "杭州飞地多大？");
});

test("elsewhere asking leaves the address alone, and clearing takes the question out of it", async ({ page }) => {
  await page.goto("/");
  const elsewhere = new Ask(page);
  await elsewhere.ask("张江多大？");
  await elsewhere.reaches("done");
  await expect(page).toHaveURL("/");
  const ask = await answered(page);
  await ask.button("clear").click();
  await expect(page).toHaveURL("/ask/");
});

test("feedback is sent as the plain form would, with a word, and thanked for", async ({ page }) => {
  const ask = await answered(page);
  await ask.last.getByText("有用吗？").click();
  await ask.last.getByLabel("补充一句").fill("少了年限");
  const request = page.waitForRequest("**/api/feedback");
  await ask.last.getByRole("button", { name: "没用" }).click();
  expect((await request).postData()).toBe(new URLSearchParams({ id: "a1", comment: "少了年限", useful: "false" }).toString());
  await expect(ask.last.locator(".feedback")).toHaveText("谢谢，已经记下。");
  await expect(page.locator("[role=log]")).toHaveText("谢谢，已经记下。");
});

test("feedback that cannot be sent says so, and keeps the word", async ({ page }) => {
  const ask = await answered(page);
  await ask.last.getByText("有用吗？").click();
  await ask.last.getByLabel("补充一句").fill("fails");
  await ask.last.getByRole("button", { name: "有用", exact: true }).click();
  await expect(ask.last.locator(".feedback .error")).toHaveText("网络不通");
  await expect(ask.last.getByLabel("补充一句")).toHaveValue("fails");
});

test("an answer is printed on demand", async ({ page }) => {
  const ask = await answered(page);
  await page.evaluate(() => (window.print = () => (document.title = "printed")));
  await ask.button("print").click();
  await expect(page).toHaveTitle("printed");
});

test.describe("read aloud", () => {
  test("label and text are spoken, without citations, until the button is pressed again", async ({ page }) => {
    await page.addInitScript(() => {
      const spoken: SpeechSynthesisUtterance[] = [];
      const speak = (utterance: SpeechSynthesisUtterance) => void spoken.push(utterance);
      const cancel = () => spoken.at(-1)?.onend?.(new Event("end") as SpeechSynthesisEvent);
      Object.defineProperty(window, "speechSynthesis", { value: { speak, cancel } });
      Object.assign(window, { spoken });
    });
    const ask = await answered(page);
    const button = ask.button("read");
    await button.click();
    await expect(button).toHaveText("停止朗读");
    await expect(button).toHaveAttribute("aria-pressed", "true");
    expect(await page.evaluate("[spoken[0].text, spoken[0].lang]")).toEqual(["原文摘录 2021 年，上海张江飞地面积为 2.1 万平方米。", "zh-CN"]);
    await button.click();
    await expect(button).toHaveText("朗读");
    expect(await page.evaluate("spoken.length")).toBe(1);
    await button.click();
    await page.evaluate("spoken[1].onend()");
    await expect(button).toHaveText("朗读");
  });

  test("a browser that cannot speak has no button for it", async ({ page }) => {
    await page.addInitScript("delete window.speechSynthesis; delete Window.prototype.speechSynthesis");
    const ask = await answered(page);
    await expect(ask.button("copy")).toBeVisible();
    await expect(ask.button("read")).toHaveCount(0);
  });
});
