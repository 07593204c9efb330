import assert from "node:assert/strict";
import { test } from "node:test";
import { busy, lastTurn, MAX_TURNS, phaseOf, reduce, type Action, type Conversation } from "../../site/assets/ts/ask/conversation";
import { readAnswer, type WireEvent } from "../../site/assets/ts/ask/wire";
import { wireEvents } from "./golden";

const empty: Conversation = { turns: [], next: 1 };
const ask = (question: string): Action => ({ kind: "ask", question });
const run = (c: Conversation, ...actions: Action[]) => actions.reduce(reduce, c);
const play = (c: Conversation, events: WireEvent[]) =>
  run(c, ...events.map((event): Action => ({ kind: "event", n: lastTurn(c)?.n ?? 0, event })));
const asked = run(empty, ask("张江多大？"));
const answered = play(asked, wireEvents("answered"));

test("before the first question the conversation is idle", () => {
  assert.equal(phaseOf(empty), "idle");
  assert.equal(busy(empty), false);
});

test("of a question just asked nothing is known", () => {
  assert.deepEqual(lastTurn(asked)?.answer, readAnswer({}));
  assert.deepEqual(lastTurn(asked)?.answer.sources, []);
});

test("a question is asked, answered in order, and done", () => {
  const phases = wireEvents("answered").map((_, i, events) => phaseOf(play(asked, events.slice(0, i + 1))));
  assert.equal(phaseOf(asked), "asking");
  assert.deepEqual(phases, ["streaming", "streaming", "streaming", "done"]);
  const { answer } = lastTurn(answered)!;
  assert.equal(answer.text, "2021 年，上海张江飞地面积为 2.1 万平方米。 [1]");
  assert.equal(answer.sources[0]?.url, "/enclaves/shanghai-zhangjiang/#area");
  assert.equal(answer.notices[0]?.code, "as-of");
  assert.equal(answer.mode, "extract");
});

test("words add up, and the whole at the end stands in their place", () => {
  const events = wireEvents("answered");
  const half = play(asked, events.slice(0, 3));
  assert.equal(lastTurn(half)?.answer.text, "2021 年，上海张江飞地面积为 2.1 万平方米。 [1]");
  const whole = play(half, [{ kind: "done", answer: readAnswer({ outcome: "answered", text: "改正" }) }]);
  assert.equal(lastTurn(whole)?.answer.text, "改正");
});

test("a declined question has what is near, and cites nothing", () => {
  const declined = play(asked, wireEvents("declined"));
  const { answer, phase } = lastTurn(declined)!;
  assert.equal(phase, "declined");
  assert.deepEqual(answer.sources, []);
  assert.equal(answer.nearest.length, 1);
  assert.equal(answer.contact.url, "/about/contact/");
});

const outcomes: { outcome: unknown; phase: string; sources: number; nearest: number }[] = [
  { outcome: "answered", phase: "done", sources: 1, nearest: 0 },
  { outcome: "declined", phase: "declined", sources: 0, nearest: 1 },
  { outcome: undefined, phase: "declined", sources: 0, nearest: 1 },
];

for (const { outcome, phase, sources, nearest } of outcomes) {
  test(`outcome ${outcome}: sources and nearest never stand together`, () => {
    const answer = readAnswer({ outcome, sources: [{ n: 1 }], nearest: [{ n: 1 }] });
    const turn = lastTurn(play(asked, [{ kind: "done", answer }]))!;
    assert.equal(turn.phase, phase);
    assert.equal(turn.answer.sources.length, sources);
    assert.equal(turn.answer.nearest.length, nearest);
  });
}

test("an error ends the turn with its code; what had come stays, labelled", () => {
  const turn = lastTurn(play(asked, wireEvents("error")))!;
  assert.equal(turn.phase, "failed");
  assert.equal(turn.code, "internal");
  assert.equal(turn.answer.sources.length, 1);
  assert.equal(turn.answer.text, "2021 年，上海张江");
  assert.equal(turn.answer.mode, "extract");
});

test("a stopped text stays only when it is known who wrote it", () => {
  const words: WireEvent = { kind: "delta", answer: readAnswer({ text: "半句" }) };
  const told: WireEvent = { kind: "sources", answer: readAnswer({ sources: [{ n: 1 }], mode: "generate" }) };
  const stop = (events: WireEvent[]) => lastTurn(run(play(asked, events), { kind: "stop" }))!;
  assert.equal(stop([told, words]).answer.text, "半句");
  assert.equal(stop([told, words]).answer.mode, "generate");
  assert.equal(stop([words]).answer.text, "");
  assert.equal(stop([words]).phase, "stopped");
});

test("what comes after a stop, or for another turn, changes nothing", () => {
  const stopped = run(asked, { kind: "stop" });
  assert.equal(play(stopped, wireEvents("answered")), stopped);
  const next = run(stopped, ask("杭州呢？"));
  assert.equal(run(next, { kind: "event", n: 1, event: wireEvents("answered")[0]! }), next);
  assert.equal(play(answered, wireEvents("error")), answered);
});

test("a question asked while another is answered stops that one", () => {
  const both = run(asked, ask("杭州呢？"));
  assert.deepEqual(both.turns.map((turn) => [turn.n, turn.phase]), [[1, "stopped"], [2, "asking"]]);
});

test("retry asks a failed or stopped question again in its place, and no other", () => {
  const failed = play(asked, wireEvents("error"));
  for (const before of [failed, run(asked, { kind: "stop" })]) {
    const again = run(before, { kind: "retry" });
    assert.deepEqual(again.turns.map((turn) => [turn.n, turn.question, turn.phase]), [[2, "张江多大？", "asking"]]);
  }
  assert.equal(run(answered, { kind: "retry" }), answered);
  assert.equal(run(empty, { kind: "retry" }), empty);
});

test("clear forgets the turns but not the count, so that late events find no turn", () => {
  const cleared = run(asked, { kind: "clear" });
  assert.deepEqual(cleared, { turns: [], next: 2 });
  const again = run(cleared, ask("杭州呢？"));
  assert.equal(run(again, { kind: "event", n: 1, event: wireEvents("answered")[0]! }), again);
});

test("an answer of the server's page joins once, however often the page is loaded", () => {
  const answer = lastTurn(answered)!.answer;
  const adopt: Action = { kind: "adopt", question: "张江多大？", answer };
  const joined = run(empty, adopt);
  assert.equal(phaseOf(joined), "done");
  assert.equal(run(joined, adopt), joined);
  assert.equal(run(joined, { ...adopt, question: "别的问题" }).turns.length, 2);
});

test("the oldest turns go when there are too many", () => {
  let c = empty;
  for (let i = 1; i <= MAX_TURNS + 1; i++) c = play(run(c, ask(`问题 ${i}`)), wireEvents("answered"));
  assert.equal(c.turns.length, MAX_TURNS);
  assert.equal(c.turns[0]?.question, "问题 2");
});
