import { expect, test, type Page } from "@playwright/test";
import { Ask } from "./ask";

async function answered(page: Page, path: string, question: string): Promise<Ask> {
  await page.goto(path);
  const ask = new Ask(page);
  await ask.ask(question);
  await ask.reaches("done");
  return ask;
}

async function sent(page: Page, ask: Ask, question: string): Promise<{ history: { question: string; answer: string }[] }> {
  const request = page.waitForRequest("**/api/answer");
  await ask.ask(question);
  return (await request).postDataJSON();
}

test("a question is sent with the turns before it", async ({ page }) => {
  const ask = await answered(page, "/", "张江多大？");
  const { history } = await sent(page, ask, "那杭州的呢");
  expect(history).toEqual([{ question: "张江多大？", answer: "2021 年，上海张江飞地面积为 2.1 万平方米。 [1]" }]);
});

test("failed and stopped turns are not part of the history", async ({ page }) => {
  await page.goto("/");
  const ask = new Ask(page);
  await ask.ask("error");
  await ask.reaches("failed");
  await ask.ask("stall");
  await ask.reaches("streaming");
  expect((await sent(page, ask, "张江多大？")).history).toEqual([]);
});

test("the conversation is there again on the same page and on the page of questions", async ({ page }) => {
  const ask = await answered(page, "/", "张江多大？");
  for (const path of ["/", "/ask/"]) {
    await page.goto(path);
    await expect(ask.turns).toHaveCount(1);
    await expect(ask.last.locator(".answer-text")).toContainText("2.1 万平方米");
    await expect(ask.last.locator(".answer-label")).toHaveText("原文摘录");
    await expect(page.locator("[role=log]")).toBeEmpty();
  }
});

test("elsewhere the conversation is offered, and never opens by itself", async ({ page }) => {
  const ask = await answered(page, "/", "张江多大？");
  await page.goto("/clause/");
  await expect(ask.turns).toHaveCount(0);
  await page.getByRole("link", { name: "继续上次对话（1）" }).click();
  await expect(page).toHaveURL("/ask/");
  await expect(ask.turns).toHaveCount(1);
  expect((await sent(page, ask, "那杭州的呢")).history).toHaveLength(1);
});

test("asking elsewhere goes on with the conversation", async ({ page }) => {
  const ask = await answered(page, "/", "张江多大？");
  await page.goto("/clause/");
  expect((await sent(page, ask, "那杭州的呢")).history).toHaveLength(1);
  await expect(ask.turns).toHaveCount(2);
  await expect(page.getByRole("link", { name: /继续/ })).toHaveCount(0);
});

test("a question that was cut off by leaving can be asked again", async ({ page }) => {
  await page.goto("/ask/");
  const ask = new Ask(page);
  await ask.ask("silent");
  await ask.reaches("asking");
  await page.reload();
  await ask.reaches("stopped");
  await expect(ask.button("retry")).toBeVisible();
});

for (const [name, kept] of [["no JSON", "{"], ["another shape", '{"turns":[1,{"question":"x","answer":{"sources":[{}]}}],"place":7}']]) {
  test(`what another version kept does no harm: ${name}`, async ({ page }) => {
    await page.addInitScript((value) => sessionStorage.setItem("lvgu.conversation", value), kept ?? "");
    await page.goto("/ask/");
    const ask = new Ask(page);
    await ask.ask("张江多大？");
    await ask.reaches("done");
  });
}

test("blocked storage costs the memory, not the answer", async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ["sessionStorage", "localStorage"]) {
      Object.defineProperty(window, name, { get: () => { throw new DOMException("blocked", "SecurityError"); } });
    }
  });
  const ask = await answered(page, "/", "张江多大？");
  await page.getByRole("button", { name: "长辈模式" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-elder");
  await page.goto("/ask/");
  await expect(ask.conversation).toHaveCount(0);
});

test("an answer that the server wrote begins the conversation, once", async ({ page }) => {
  for (let visit = 0; visit < 2; visit++) {
    await page.goto("/ask?q=张江多大？");
    const ask = new Ask(page);
    await expect(ask.turns).toHaveCount(1);
    await expect(page.locator("article.answer")).toHaveCount(1);
    await expect(ask.last.locator(".source")).toHaveCount(1);
    await expect(ask.input).toHaveValue("");
  }
  expect((await sent(page, new Ask(page), "那杭州的呢")).history).toEqual([
    { question: "张江多大？", answer: "2021 年，上海张江飞地面积为 2.1 万平方米。 [1]" },
  ]);
});

test("what the server wrote of an error stays until the next question", async ({ page }) => {
  await answered(page, "/error/", "张江多大？");
  await page.goto("/error/");
  const alert = page.getByRole("alert");
  await expect(alert).toHaveText("问题过长");
  await new Ask(page).ask("张江多大？");
  await expect(alert).toHaveCount(0);
});

test("no cookie is set", async ({ page, context }) => {
  await answered(page, "/", "张江多大？");
  expect(await context.cookies()).toEqual([]);
});
