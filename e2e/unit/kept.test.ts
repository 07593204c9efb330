import assert from "node:assert/strict";
import { test } from "node:test";
import { reduce, type Conversation } from "../../site/assets/ts/ask/conversation";
import { decode, encode } from "../../site/assets/ts/ask/kept";
import { wireEvents } from "./golden";

function answered(question: string): Conversation {
  const asked = reduce({ turns: [], next: 1 }, { kind: "ask", question });
  return wireEvents("answered").reduce((c, event) => reduce(c, { kind: "event", n: 1, event }), asked);
}

test("what was kept comes back", () => {
  const kept = { conversation: answered("张江多大？"), place: "/ask/" };
  assert.deepEqual(decode(encode(kept)), kept);
});

test("nothing is kept of an empty conversation", () => {
  assert.equal(encode({ conversation: { turns: [], next: 4 }, place: "/" }), null);
});

test("a question that was still being answered comes back as stopped", () => {
  const conversation = reduce({ turns: [], next: 1 }, { kind: "ask", question: "张江多大？" });
  assert.equal(decode(encode({ conversation, place: "/" })).conversation.turns[0]?.phase, "stopped");
});

const nonsense: { name: string; kept: string | null }[] = [
  { name: "nothing", kept: null },
  { name: "no JSON", kept: "{turns" },
  { name: "null", kept: "null" },
  { name: "a number", kept: "7" },
  { name: "turns of another type", kept: '{"turns":{"0":1},"place":3}' },
  { name: "turns without question", kept: '{"turns":[null,5,{},{"question":""},{"question":4}]}' },
];

for (const { name, kept } of nonsense) {
  test(`decode(${name}) is an empty conversation`, () => {
    assert.deepEqual(decode(kept), { conversation: { turns: [], next: 1 }, place: "" });
  });
}

test("kept text whose origin is unknown is not shown", () => {
  const kept = '{"turns":[{"question":"问","phase":"done","answer":{"text":"答"}}]}';
  assert.equal(decode(kept).conversation.turns[0]?.answer.text, "");
});

test("turns that are too many are cut, and numbered anew", () => {
  const turns = Array.from({ length: 30 }, (_, i) => ({ question: `问 ${i}`, phase: "done" }));
  const { conversation } = decode(JSON.stringify({ turns }));
  assert.equal(conversation.turns.length, 20);
  assert.deepEqual([conversation.turns[0]?.n, conversation.turns[0]?.question, conversation.next], [1, "问 10", 21]);
});
