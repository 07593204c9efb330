import { clauseText, expect, PAGES, path, squeezed, test, type Lang } from "./visit";

// Everything here is done with script switched off.
test.use({ javaScriptEnabled: false });

const asked: { lang: Lang; question: string; figure: string }[] = [
  { lang: "zh", question: "上海张江飞地有多大？", figure: "2.1万平方米" },
  { lang: "en", question: "How large is the Zhangjiang offsite zone?", figure: "21,000m²" },
];

for (const { lang, question, figure } of asked) {
  for (const from of ["/", "/ask/"]) {
    test(`the plain form on ${path(lang, from)} answers: ${question}`, async ({ page }) => {
      await page.goto(path(lang, from));
      await page.locator("form.ask input[name=q]").first().fill(question);
      await page.locator("form.ask button[type=submit]").first().click();
      await expect(page).toHaveURL((url) => url.pathname.startsWith(path(lang, "/ask")) && url.searchParams.get("q") === question);
      const answer = page.locator("article.answer");
      await expect(answer).toHaveAttribute("data-outcome", "answered");
      expect(squeezed(await answer.locator(".answer-text").textContent())).toContain(figure);
      await expect(answer.locator(".answer-label")).toHaveText(lang === "zh" ? "原文摘录" : /quot/i);
      await expect(page.locator("form.ask input[name=q]").first()).toHaveValue(question);

      const card = page.locator((await answer.locator("a.cite").first().getAttribute("href"))!);
      await card.locator(".source-link").click();
      await expect(page.locator(new URL(page.url()).hash)).toBeInViewport();
      expect(squeezed(await clauseText(page))).toContain(figure);
    });
  }
}

test("every kind of page says what it says", async ({ page }) => {
  for (const { path: zh } of PAGES) {
    await page.goto(zh);
    await expect(page.locator("h1")).toBeVisible();
    expect((await page.locator("main").innerText()).length, zh).toBeGreaterThan(100);
    await expect(page.locator("[role=combobox]")).toHaveCount(0);
  }
});

test("an answer leads on, and takes a word on how useful it was", async ({ page }) => {
  await page.goto(`/ask?q=${encodeURIComponent("上海张江飞地有多大？")}`);
  await page.locator(".feedback summary").click();
  await page.locator(".feedback input[name=comment]").fill("少了年限");
  await page.locator(".feedback button[value=false]").click();
  await expect(page.locator(".ask-thanks")).toBeVisible();
  await page.goBack();
  await page.locator(".further a.example").first().click();
  await expect(page.locator("article.answer")).toHaveAttribute("data-outcome", "answered");
});

test("a page's link to the assistant brings questions that the page answers", async ({ page }) => {
  await page.goto("/policies/zj-land-regulation/");
  await page.locator(".ask-more a.button").click();
  await expect(page).toHaveURL(/about=/);
  await page.locator(".further a.example").first().click();
  await expect(page.locator("article.answer")).toHaveAttribute("data-outcome", "answered");
});

test("a list is narrowed by plain links", async ({ page }) => {
  await page.goto("/policies/");
  const link = page.locator('a[data-filter="topic"][data-value="land"]');
  const count = Number(await link.locator(".count").textContent());
  await link.click();
  await expect(page).toHaveURL("/policies/topic/land/");
  await expect(page.locator("main ul.cards > li")).toHaveCount(count);
});

test("nothing is offered that needs script", async ({ page }) => {
  await page.goto("/");
  await expect(page.locator("button[data-module=elder]")).toBeHidden();
});

const declined: { question: string; nearest: boolean }[] = [
  { question: "博士来丽水补多少", nearest: true },
  { question: "红烧肉怎么做", nearest: false },
];

for (const { question, nearest } of declined) {
  test(`the plain page declines: ${question}`, async ({ page }) => {
    await page.goto(`/ask?q=${encodeURIComponent(question)}`);
    await expect(page.locator("article.answer")).toHaveAttribute("data-outcome", "declined");
    if (nearest) await expect(page.locator("ol.nearest .source")).not.toHaveCount(0);
    await expect(page.locator(".answer-contact a")).toBeVisible();
  });
}

const searched: { lang: Lang; words: string }[] = [
  { lang: "zh", words: "飞地 面积" },
  { lang: "en", words: "offsite zone area" },
];

for (const { lang, words } of searched) {
  test(`the plain search finds and marks (${lang})`, async ({ page }) => {
    await page.goto(path(lang, "/search/"));
    await page.locator("form.search input[name=q]").fill(words);
    await page.locator("form.search input[name=q]").press("Enter");
    await expect(page.locator(".results .result")).not.toHaveCount(0);
    await expect(page.locator(".result-text mark").first()).toBeVisible();
    await expect(page.locator("form.search input[name=q]")).toHaveValue(words);
    await page.locator(".result-link").first().click();
    await expect(page.locator("html")).toHaveAttribute("lang", lang === "zh" ? "zh-CN" : "en");
    await expect(page.locator("h1")).toBeVisible();
  });
}

test("the plain search says when there is nothing", async ({ page }) => {
  await page.goto("/search?q=zzqqxxyy");
  await expect(page.locator(".results-empty")).toBeVisible();
});

test.describe("refused", () => {
  test("a question that is too long is told on the page, and kept in the field", async ({ page, request }) => {
    const question = "长".repeat(501);
    const response = await request.get(`/ask?q=${encodeURIComponent(question)}`);
    expect(response.status()).toBe(413);
    await page.setContent((await response.text()).replace(/<(link|script)[^>]*>/g, ""));
    await expect(page.getByRole("alert")).toContainText("500");
    await expect(page.locator("form.ask input[name=q]")).toHaveValue(question);
  });
});
