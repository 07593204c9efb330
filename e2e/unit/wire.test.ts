import assert from "node:assert/strict";
import { test } from "node:test";
import { readAnswer, readErrorCode, readEvent } from "../../site/assets/ts/ask/wire";

const shapes: { name: string; value: unknown }[] = [
  { name: "null", value: null },
  { name: "text", value: "answer" },
  { name: "list", value: [] },
  { name: "wrong types", value: { text: 1, sources: "x", notices: {}, nearest: null, contact: [], generated: "yes", lang: {} } },
  { name: "null members", value: { sources: null, contact: null } },
];

for (const { name, value } of shapes) {
  test(`readAnswer(${name}) is an empty answer`, () => {
    assert.deepEqual(readAnswer(value), readAnswer({}));
  });
}

test("readAnswer fills what a source lacks", () => {
  const [source, other] = readAnswer({ sources: [{ n: 2, title: "T", original: { title: "原" } }, null] }).sources;
  assert.equal(source?.n, 2);
  assert.equal(source?.section, "");
  assert.equal(source?.original.title, "原");
  assert.equal(other?.n, 0);
  assert.equal(other?.original.title, "");
});

test("the sources event says with a flag who words the text, the whole with its mode", () => {
  const mode = (kind: string, data: string) => {
    const event = readEvent(kind, data);
    return event?.kind === "error" ? "" : event?.answer.mode;
  };
  assert.equal(mode("sources", '{"sources":[],"generated":true}'), "generate");
  assert.equal(mode("sources", '{"sources":[]}'), "extract");
  assert.equal(mode("done", '{"mode":"generate","generated":true}'), "generate");
  assert.equal(mode("declined", "{}"), "");
});

test("the members of an answer come through", () => {
  const { suggestions, contentVersion, AIGC, id } = readAnswer({ id: "a1", suggestions: ["问？"], contentVersion: "c0", AIGC: { Label: "1", ContentProducer: "模型" } });
  assert.deepEqual({ suggestions, contentVersion, AIGC, id }, { id: "a1", suggestions: ["问？"], contentVersion: "c0", AIGC: { ContentProducer: "模型" } });
});

const addresses: { url: unknown; want: string }[] = [
  { url: "/enclaves/x/#area", want: "/enclaves/x/#area" },
  { url: "https://www.example.org/", want: "https://www.example.org/" },
  { url: "javascript:alert(1)", want: "" },
  { url: " javascript:alert(1)", want: "" },
  { url: "data:text/html,x", want: "" },
  { url: "//other.example/", want: "" },
  { url: "/\\other.example/", want: "" },
  { url: "page", want: "" },
  { url: 7, want: "" },
];

for (const { url, want } of addresses) {
  test(`a source's address ${JSON.stringify(url)} is read as ${JSON.stringify(want)}`, () => {
    assert.equal(readAnswer({ sources: [{ url }] }).sources[0]?.url, want);
    assert.equal(readAnswer({ contact: { url } }).contact.url, want);
  });
}

test("readErrorCode finds the code and nothing else", () => {
  assert.equal(readErrorCode({ error: { code: "limited", message: "…" } }), "limited");
  for (const value of [null, {}, { error: null }, { error: { code: 5 } }, "limited"]) assert.equal(readErrorCode(value), "");
});

test("readEvent: unknown kinds are skipped, an error without code is internal, broken JSON throws", () => {
  assert.equal(readEvent("progress", "not json"), null);
  assert.deepEqual(readEvent("error", "{}"), { kind: "error", code: "internal" });
  assert.throws(() => readEvent("delta", '{"text":'), SyntaxError);
});
