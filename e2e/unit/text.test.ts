import assert from "node:assert/strict";
import { test } from "node:test";
import { reduce } from "../../site/assets/ts/ask/conversation";
import { label } from "../../site/assets/ts/ask/label";
import { paragraphs, spoken } from "../../site/assets/ts/ask/runs";
import { readTexts } from "../../site/assets/ts/ask/texts";
import { readAnswer } from "../../site/assets/ts/ask/wire";
import { wireEvents } from "./golden";

const texts = readTexts(JSON.stringify({
  labelExtract: "原文摘录",
  labelGenerate: "AI 生成",
  labelDeclined: "未作答",
  asOf: "截至 {date}",
  status: { operating: "运营中" },
  errors: { limited: "太快了", internal: "出错了" },
}));

function turnOf(name: string) {
  const asked = reduce({ turns: [], next: 1 }, { kind: "ask", question: "张江多大？" });
  return wireEvents(name).reduce((c, event) => reduce(c, { kind: "event", n: 1, event }), asked).turns[0]!;
}

const runs: { text: string; want: (string | number)[][] }[] = [
  { text: "", want: [] },
  { text: "一句。[1]", want: [["一句。", 1]] },
  { text: "一句。 [1]", want: [["一句。\u00a0", 1]] },
  { text: "[1][2] 两个", want: [[1, 2, " 两个"]] },
  { text: "没有这一条 [3]", want: [["没有这一条\u00a0", "[3]"]] },
  { text: "[0] [-1] [1a] [ 1]", want: [["[0]", " [-1] [1a] [ 1]"]] },
  { text: "一\n\n 二[2]\n", want: [["一"], [" 二", 2]] },
  { text: "<b>[1]</b>", want: [["<b>", 1, "</b>"]] },
];

for (const { text, want } of runs) {
  test(`paragraphs(${JSON.stringify(text)})`, () => {
    const got = paragraphs(text, [{ n: 1 }, { n: 2 }]).map((line) => line.map((run) => run.cite ?? run.text));
    assert.deepEqual(got, want);
  });
}

test("what is spoken has no citations", () => {
  assert.equal(spoken("一句。 [1]另一句[12]。"), "一句。另一句。");
});

test("texts fill placeholders, and fall back to what can be noticed", () => {
  assert.equal(texts.say("asOf", { date: "2021" }), "截至 2021");
  assert.equal(texts.say("stop"), "stop");
  assert.equal(texts.status("operating"), "运营中");
  assert.equal(texts.status("new-status"), "new-status");
  assert.equal(texts.error("limited"), "太快了");
  assert.equal(texts.error("teapot"), "出错了");
});

const labels: { name: string; answer: object; want: string }[] = [
  { name: "quotation", answer: { outcome: "answered", mode: "extract" }, want: "原文摘录" },
  { name: "generated", answer: { outcome: "answered", mode: "generate", AIGC: { ContentProducer: "模型" } }, want: "AI 生成 · 模型" },
  { name: "declined", answer: { outcome: "declined", mode: "extract" }, want: "未作答" },
  { name: "unknown", answer: {}, want: "" },
];

for (const { name, answer, want } of labels) {
  test(`the label of an answer that is ${name}`, () => {
    assert.equal(label({ ...turnOf("answered"), answer: readAnswer(answer) }, texts), want);
  });
}
