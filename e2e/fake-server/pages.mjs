import { texts } from "./texts.mjs";

// Pages with the markup that the components meet on the site, and nothing else.

const escape = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

const form = (words) => `
<form class="ask" action="/ask" method="get" role="search" data-module="ask" data-endpoint="/api/answer"
  data-log="ask-log" data-page="/ask/" data-texts="${escape(words)}">
  <label for="q">问题</label>
  <input id="q" name="q" required maxlength="500" autocomplete="off" value="">
  <button type="submit">提问</button>
</form>`;

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

/** pages by path. */
export const pages = {
  "/": page("首页", asked + log() + example),
  "/ask/": page("提问", asked + log()),
  "/clause/": page("条款", `<h2 id="art-3">第三条 <a class="copy-link" data-module="copy-link" href="#art-3" data-copied="链接已复制">#</a></h2>` + asked + log() + plainForm),
  "/far/": page("远", asked + `<div class="tall"></div>` + log() + `<div class="tall"></div>` + example),
  "/no-log/": page("没有位置", asked),
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
