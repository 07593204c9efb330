import assert from "node:assert/strict";
import { test } from "node:test";
import { newTurn, type Phase, type Turn } from "../../site/assets/ts/ask/conversation";
import { history, HISTORY_TURNS } from "../../site/assets/ts/ask/history";
import { readAnswer } from "../../site/assets/ts/ask/wire";

const SERVER_BODY = 64 << 10; // maxBody of assistant/server

const turn = (question: string, text: string, phase: Phase = "done"): Turn => ({
  ...newTurn(1, question),
  phase,
  answer: readAnswer({ text }),
});

test("history tells finished turns only, oldest first", () => {
  const turns = [turn("一", "1"), turn("二", "2", "failed"), turn("三", "3", "declined"), turn("四", "", "stopped"), turn("五", "", "asking")];
  assert.deepEqual(history(turns), [{ question: "一", answer: "1" }, { question: "三", answer: "3" }]);
});

test("history keeps to the newest turns that the server takes", () => {
  const turns = Array.from({ length: HISTORY_TURNS + 1 }, (_, i) => turn(`问 ${i}`, "答"));
  assert.equal(history(turns).length, HISTORY_TURNS);
  assert.equal(history(turns)[0]?.question, "问 1");
});

test("history fits the server's body, whatever was said", () => {
  const long = (n: number) => turn(`${n}` + "🌄".repeat(499), "🌄".repeat(20_000));
  const told = history(Array.from({ length: HISTORY_TURNS }, (_, n) => long(n)));
  assert.equal(told.at(-1)?.question[0], "9", "the newest turn is told");
  const body = JSON.stringify({ question: "🌄".repeat(500), history: told });
  assert.ok(Buffer.byteLength(body) <= SERVER_BODY, `${Buffer.byteLength(body)} bytes`);
});

test("a long answer is cut between characters", () => {
  const answer = history([turn("问", "🌄".repeat(5000))])[0]!.answer;
  assert.ok(answer.isWellFormed(), "half a surrogate pair at the cut");
  assert.ok(answer.length < 5000);
});
