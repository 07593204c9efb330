import { readFileSync } from "node:fs";
import { templateTexts, texts } from "./texts.mjs";

// Pages with the markup that the components meet on the site, and nothing else.

const escape = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

/** templates are the site's own, with the words of the fake pages where Hugo would write its. */
const templates = readFileSync(new URL("../../site/layouts/_partials/ask-turn.html", import.meta.url), "utf8")
  .replace(/\{\{- \/\*.*?\*\/ -\}\}/s, "")
  .replace(/\{\{ T "(\w+)" \}\}/g, (_, key) => templateTexts[key] ?? key)
  .replace(/\{\{ "(.*?)" \| relURL \}\}/g, "/$1")
  .replace(/\{\{ site\.Language\.Locale \}\}/g, "zh-CN");

const suggest = (kind) => `data-module="suggest" data-url="/api/suggest?lang=zh&amp;kind=${kind}&amp;q=" data-name="您可能要找"`;

const form = (words) => `
<form class="ask" action="/ask" method="get" role="search" data-module="ask" data-endpoint="/api/answer"
  data-page="/ask/" data-texts="${escape(words)}">
  <label for="q">问题</label>
  <p><input id="q" name="q" required maxlength="500" autocomplete="off" value="" ${suggest("question")}>
  <button type="submit">提问</button></p>
</form>${templates}`;

const plainForm = `
<form class="ask" action="/ask" method="get" role="search" data-module="ask" aria-label="另一个">
  <label for="q2">问题</label> <input id="q2" name="q" required> <button type="submit">提问</button>
</form>`;

const page = (title, main) => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/main.css"><script src="/main.js" defer></script></head>
<body><header><a href="/ask/">提问页</a> <a href="/clause/">条款页</a>
<button type="button" data-module="elder" aria-pressed="false" hidden>长辈模式</button></header>
<main><h1>${title}</h1>${main}</main></body></html>`;

const log = (inner = "") => `<div class="ask-log" id="ask-log">${inner}</div>`;
const example = `<p><a class="example" href="/ask?q=x" data-ask="张江多大？">张江多大？</a></p>`;
const asked = form(JSON.stringify(texts));

const choice = (name, value, text) => `<a href="/list/${value}/" data-filter="${name}" data-value="${value}">${text}</a> `;
const filtered = `<nav data-module="filter" data-list="policies" aria-label="筛选">
<p>${choice("topic", "", "全部")}${choice("topic", "land", "土地")}${choice("topic", "tax", "税")}</p>
<p>${choice("status", "", "不限")}${choice("status", "expired", "已失效")}</p><output data-text="{n} 条"></output></nav>
<div id="policies"><section><h2>甲</h2><ul><li data-topic="land tax" data-status="in-force">一</li><li data-topic="land" data-status="expired">二</li></ul></section>
<section><h2>乙</h2><ul><li data-topic="tax" data-status="in-force">三</li></ul></section></div>`;

/** pages by path. */
export const pages = {
  "/": page("首页", asked + log() + example),
  "/ask/": page("提问", asked + log()),
  "/clause/": page("条款", `<h2 id="art-3">第三条 <a class="copy-link" data-module="copy-link" href="#art-3" data-copied="链接已复制">#</a></h2>` + asked + log() + plainForm),
  "/far/": page("远", asked + `<div class="tall"></div>` + log() + `<div class="tall"></div>` + example),
  "/search/": page("查找", `<form class="search" action="/search" method="get" role="search"><label for="s">查找</label>
    <input id="s" type="search" name="q" required autocomplete="off" ${suggest("")} data-go> <button type="submit">搜索</button></form>`),
  "/list/": page("政策", filtered),
  "/broken/": page("坏文本", form("{") + log()),
  "/error/": page("出错", asked + log(`<p class="error" role="alert">问题过长</p>`)),
};

/** answeredPage is the page of questions with an answer that the server wrote. */
export function answeredPage(question, answer) {
  const article = `<article class="answer"><p class="answer-label">原文摘录</p><div class="answer-text"><p>${escape(answer.text)}</p></div></article>`;
  const data = JSON.stringify(answer).replace(/</g, "\\u003c");
  const written = `${article}<script type="application/json" class="answer-data">${data}</script>`;
  return page("提问", asked.replace('value=""', `value="${escape(question)}"`) + log(written));
}
