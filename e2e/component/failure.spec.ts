import { expect, test } from "@playwright/test";
import { Ask } from "./ask";

test.beforeEach(({ page }) => page.goto("/ask/"));

const failures: { scenario: string; text: string }[] = [
  { scenario: "error", text: "系统出错" },
  { scenario: "disconnect", text: "回答中断" },
  { scenario: "unfinished", text: "回答中断" },
  { scenario: "malformed", text: "回答中断" },
  { scenario: "page", text: "回答中断" },
  { scenario: "limited", text: "提问太快" },
  { scenario: "invalid", text: "问题无法识别" },
  { scenario: "too_long", text: "问题太长" },
  { scenario: "unavailable", text: "服务暂时不可用" },
  { scenario: "gateway", text: "服务暂时不可用" },
  { scenario: "teapot", text: "系统出错" },
];

for (const { scenario, text } of failures) {
  test(`${scenario} is told as “${text}”, with a way on`, async ({ page }) => {
    const ask = new Ask(page);
    await ask.ask(scenario);
    await ask.reaches("failed");
    await expect(ask.last.getByRole("alert")).toHaveText(text);
    await expect(ask.button("retry")).toBeVisible();
    await expect(ask.input).toBeFocused();
  });
}

test("without a network the visitor is told so, and retry works when it is back", async ({ page, context }) => {
  const ask = new Ask(page);
  await context.setOffline(true);
  await ask.ask("张江多大？");
  await expect(ask.last.getByRole("alert")).toHaveText("网络不通");
  await context.setOffline(false);
  await ask.button("retry").click();
  await ask.reaches("done");
  await expect(ask.turns).toHaveCount(1);
  await expect(ask.input).toBeFocused();
});

test("after a failure what had come stays, with its label and no outcome", async ({ page }) => {
  const ask = new Ask(page);
  await ask.ask("error");
  await ask.reaches("failed");
  await expect(ask.last.locator(".source")).toHaveCount(1);
  await expect(ask.last.locator(".answer-label")).toHaveText("原文摘录");
  await expect(ask.last.locator("article")).not.toHaveAttribute("data-outcome");
});

for (const scenario of ["too_long", "invalid"]) {
  test(`a question refused as ${scenario} comes back into the field`, async ({ page }) => {
    const ask = new Ask(page);
    await ask.ask(scenario);
    await expect(ask.input).toHaveValue(scenario);
  });
}

const stalls: { scenario: string; text: string }[] = [
  { scenario: "silent", text: "服务暂时不可用" },
  { scenario: "stall", text: "回答中断" },
];

for (const { scenario, text } of stalls) {
  test(`a server that hangs (${scenario}) is given up on`, async ({ page }) => {
    await page.clock.install();
    await page.reload();
    const ask = new Ask(page);
    await ask.ask(scenario);
    await ask.reaches(scenario === "stall" ? "streaming" : "asking");
    await page.clock.fastForward(44_000);
    await expect(ask.last.getByRole("alert")).toHaveCount(0);
    await page.clock.fastForward(2_000);
    await expect(ask.last.getByRole("alert")).toHaveText(text);
  });
}

test("a form whose texts are broken stays a plain form, and other components work", async ({ page }) => {
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await page.goto("/broken/");
  await expect(page.getByRole("button", { name: "长辈模式" })).toBeVisible();
  expect(errors).toHaveLength(1);
  await new Ask(page).ask("张江多大？");
  await expect(page).toHaveURL("/ask?q=%E5%BC%A0%E6%B1%9F%E5%A4%9A%E5%A4%A7%EF%BC%9F");
});
