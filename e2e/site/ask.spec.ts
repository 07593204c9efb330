import { Ask } from "../component/ask";
import { messages } from "../../site/assets/ts/ask/sse";
import { ERROR_CODES, TEXT_KEYS } from "../../site/assets/ts/ask/texts";
import { clauseText, expect, path, squeezed, test, type Lang } from "./visit";

const ZHANGJIANG = "上海张江飞地有多大？";

const answered: { lang: Lang; question: string; figure: string; page: string }[] = [
  { lang: "zh", question: ZHANGJIANG, figure: "2.1万平方米", page: "/enclaves/shanghai-zhangjiang/" },
  { lang: "en", question: "How large is the Zhangjiang offsite zone?", figure: "21,000m²", page: "/en/enclaves/shanghai-zhangjiang/" },
];

for (const { lang, question, figure, page: clause } of answered) {
  for (const from of ["/", "/ask/"]) {
    test(`${question} from ${path(lang, from)}: the figure, and the clause that holds it`, async ({ page }) => {
      await page.goto(path(lang, from));
      const ask = new Ask(page);
      await ask.ask(question);
      await ask.reaches("done");
      const answer = ask.last.locator("article.answer");
      await expect(answer.locator(".answer-text")).toBeInViewport();
      expect(squeezed(await answer.locator(".answer-text").textContent())).toContain(figure);
      await expect(answer).toHaveAttribute("data-mode", "extract");
      await expect(answer.locator(".answer-label")).toHaveText(lang === "zh" ? "原文摘录" : /quot/i);

      const cite = answer.locator("a.cite").first();
      const card = page.locator((await cite.getAttribute("href"))!);
      await cite.click();
      await expect(card).toBeFocused();
      await card.locator(".source-link").click();
      await expect(page).toHaveURL((url) => url.pathname === clause && url.hash !== "");
      await expect(page.locator(new URL(page.url()).hash)).toBeInViewport();
      expect(squeezed(await clauseText(page))).toContain(figure);
    });
  }
}

test("苏州飞地启用了吗: planned, and nothing else", async ({ page }) => {
  await page.goto("/ask/");
  const ask = new Ask(page);
  await ask.ask("苏州飞地启用了吗");
  await ask.reaches("done");
  await expect(ask.last.locator(".answer-text")).toContainText(/筹建|计划/);
  await expect(ask.last.locator(".source").first()).toHaveAttribute("data-status", "planned");
});

test("博士来丽水补多少: declined, with what is near and whom to ask", async ({ page }) => {
  await page.goto("/ask/");
  const ask = new Ask(page);
  await ask.ask("博士来丽水补多少");
  await ask.reaches("declined");
  await expect(ask.last.locator("ol.sources.nearest .source")).not.toHaveCount(0);
  const contact = ask.last.locator(".answer-contact a");
  await expect(contact).toBeVisible();
  await contact.click();
  await expect(page.locator("h1")).toBeVisible();
  await expect(page.locator("html")).not.toHaveAttribute("data-page-kind", "404");
});

test("红烧肉怎么做: declined", async ({ page }) => {
  await page.goto("/ask/");
  const ask = new Ask(page);
  await ask.ask("红烧肉怎么做");
  await ask.reaches("declined");
  await expect(ask.last.locator("a.cite")).toHaveCount(0);
});

test("a follow-up is understood from the turn before it", async ({ page }) => {
  await page.goto("/ask/");
  const ask = new Ask(page);
  await ask.ask(ZHANGJIANG);
  await ask.reaches("done");
  await ask.ask("那杭州的呢");
  await expect(ask.turns).toHaveCount(2);
  await expect(ask.conversation).toHaveAttribute("data-phase", /done|declined/);
  const text = await ask.last.locator("article.answer").innerText();
  expect(text).toContain("杭州");
  expect(squeezed(await ask.last.locator(".answer-text").textContent())).not.toContain("2.1万平方米");
});

test("a follow-up to an answer of the page without script is understood too", async ({ page }) => {
  await page.goto(`/ask?q=${encodeURIComponent(ZHANGJIANG)}`);
  const ask = new Ask(page);
  await expect(ask.turns).toHaveCount(1);
  await ask.ask("那杭州的呢");
  await expect(ask.turns).toHaveCount(2);
  await expect(ask.last.locator("article.answer")).toContainText("杭州");
});

test("from the home page to the clause by keyboard alone", async ({ page }) => {
  await page.goto("/");
  const focused = (selector: string) => page.evaluate((s) => document.activeElement?.matches(s) ?? false, selector);
  const tabTo = async (selector: string) => {
    for (let i = 0; i < 60 && !(await focused(selector)); i++) await page.keyboard.press("Tab");
    expect(await focused(selector), `Tab reaches ${selector}`).toBe(true);
  };
  await tabTo("form.ask input[name=q]");
  await page.keyboard.type(ZHANGJIANG);
  await page.keyboard.press("Enter");
  await new Ask(page).reaches("done");
  await expect(page.locator("form.ask input[name=q]").first()).toBeFocused();
  await tabTo("a.cite");
  await page.keyboard.press("Enter");
  await tabTo("a.source-link");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/enclaves\/shanghai-zhangjiang\/#/);
});

test("an answer is copied with its sources, and the conversation cleared", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/ask/");
  const ask = new Ask(page);
  await ask.ask(ZHANGJIANG);
  await ask.button("copy").click();
  await expect(page.locator("[role=log]").first()).toHaveText("已复制");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain("原文摘录");
  expect(copied).toContain(`${baseURL}/enclaves/shanghai-zhangjiang/#`);
  await ask.button("clear").click();
  await expect(ask.turns).toHaveCount(0);
  await page.reload();
  await expect(ask.conversation).toHaveCount(0);
});

test("the conversation survives the way to a clause and back, and a change of language", async ({ page }) => {
  await page.goto("/");
  const ask = new Ask(page);
  await ask.ask(ZHANGJIANG);
  await ask.reaches("done");
  await ask.last.locator(".source-link").first().click();
  await expect(page).toHaveURL(/shanghai-zhangjiang/);
  await page.goBack();
  await expect(ask.turns).toHaveCount(1);
  for (const at of ["/ask/", "/en/ask/"]) {
    await page.goto(at);
    await expect(ask.turns).toHaveCount(1);
    await expect(ask.last.locator("article.answer")).toHaveAttribute("lang", "zh-CN");
  }
});

test("an example question is asked by one click", async ({ page }) => {
  for (const home of ["/", "/en/"]) {
    await page.goto(home);
    const example = page.locator("a.example").first();
    const question = await example.getAttribute("data-ask");
    await example.click();
    const ask = new Ask(page);
    await expect(ask.last.locator(".turn-question")).toContainText(question ?? "no example");
    await expect(ask.conversation).toHaveAttribute("data-phase", /done|declined/);
    await ask.button("clear").click();
  }
});

for (const lang of ["zh", "en"] as const) {
  test(`the form brings every text that the script shows (${lang})`, async ({ page }) => {
    await page.goto(path(lang, "/ask/"));
    const texts = JSON.parse((await page.locator("form.ask").getAttribute("data-texts")) ?? "{}");
    const missing = [
      ...TEXT_KEYS.filter((key) => !texts[key]),
      ...ERROR_CODES.filter((code) => !texts.errors?.[code]),
      ...["in-force", "expired", "unverified", "text-not-held", "operating", "full", "opened", "planned"].filter((s) => !texts.status?.[s]),
    ];
    expect(missing).toEqual([]);
    expect(texts.version).toContain("{version}");
    expect(texts.links).toEqual({ ask: path(lang, "/ask/"), feedback: "/api/feedback" });
    expect(texts.asOf).toContain("{date}");
    expect(texts.understood).toContain("{q}");
    expect(texts.continue).toContain("{n}");
  });
}

test("a list is narrowed in place, and shows what the page of its own shows", async ({ page }) => {
  await page.goto("/policies/");
  const link = page.locator('a[data-filter="topic"][data-value="land"]');
  const count = Number(await link.locator(".count").textContent());
  await link.click();
  await expect(page).toHaveURL("/policies/?topic=land");
  await expect(page.locator("#list li[data-topic]:visible")).toHaveCount(count);
  await expect(page.locator("output[data-text]")).toContainText(`${count}`);
});

test("while one types, the search suggests by title, question and pinyin initials", async ({ page }) => {
  await page.goto("/search/");
  for (const typed of ["上海张江", "shzjfd"]) {
    await page.locator("#s").fill(typed);
    await expect(page.getByRole("option", { name: "上海张江飞地", exact: true })).toBeVisible();
  }
  await page.getByRole("option", { name: "上海张江飞地", exact: true }).click();
  await expect(page).toHaveURL("/enclaves/shanghai-zhangjiang/");
});

test("a question that follows is answered", async ({ page }) => {
  await page.goto("/ask/");
  const ask = new Ask(page);
  await ask.ask(ZHANGJIANG);
  await ask.reaches("done");
  await ask.last.locator(".further a.example").first().click();
  await expect(ask.turns).toHaveCount(2);
  await ask.reaches("done");
});

test("the stream tells what the JSON answer tells", async ({ request }) => {
  const data = { question: ZHANGJIANG, history: [] };
  const whole = await (await request.post("/api/answer", { data, headers: { Accept: "application/json" } })).json();
  const streamed = await request.post("/api/answer", { data, headers: { Accept: "text/event-stream" } });
  expect(streamed.headers()["content-type"]).toContain("text/event-stream");
  const events = messages()(await streamed.body()).map(({ event, data }) => ({ event, data: JSON.parse(data) }));
  expect(events[0]?.event).toBe("sources");
  expect(events[0]?.data.sources).toEqual(whole.sources);
  expect(events.filter(({ event }) => event === "delta").map(({ data }) => data.text).join("")).toBe(whole.text);
  expect(events.at(-1)?.event).toBe("done");
  expect(whole.suggestions.length).toBeGreaterThan(0);
  expect({ ...events.at(-1)?.data, id: "" }).toEqual({ ...whole, id: "" });
});
