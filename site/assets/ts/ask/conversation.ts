// The conversation as a value: what happened goes in, the next conversation comes out. Nothing here knows of pages.

import { readAnswer, type Answer, type WireEvent } from "./wire";

export type Phase = "asking" | "streaming" | "done" | "declined" | "failed" | "stopped";

/** Turn is one question and what has come of it so far. */
export interface Turn {
  n: number; // unique in the conversation, also after turns were dropped
  question: string;
  phase: Phase;
  answer: Answer;
  code: string; // of the error, when failed
}

export interface Conversation {
  turns: Turn[]; // oldest first
  next: number; // the next turn's n
}

/** MAX_TURNS is how many turns are shown and kept; a visitor's session holds fewer. */
export const MAX_TURNS = 20;

export type Action =
  | { kind: "ask"; question: string }
  | { kind: "event"; n: number; event: WireEvent }
  | { kind: "stop" }
  | { kind: "retry" }
  | { kind: "adopt"; question: string; answer: Answer } // answered elsewhere
  | { kind: "clear" };

/** lastTurn is the turn that events go to. */
export function lastTurn(c: Conversation): Turn | undefined {
  return c.turns.at(-1);
}

/** phaseOf is the last turn's phase, "idle" before the first question. */
export function phaseOf(c: Conversation): Phase | "idle" {
  return lastTurn(c)?.phase ?? "idle";
}

/** busy says whether an answer is on its way. */
export function busy(c: Conversation): boolean {
  const phase = phaseOf(c);
  return phase === "asking" || phase === "streaming";
}

/** finished says whether a turn has its whole answer. */
export function finished(turn: Turn): boolean {
  return turn.phase === "done" || turn.phase === "declined";
}

/** standalone is a turn's question as it can be asked without those before it. */
export function standalone({ question, answer }: Turn): string {
  return answer.question || question;
}

/** newTurn is a question that was just asked. */
export function newTurn(n: number, question: string): Turn {
  return { n, question, phase: "asking", answer: readAnswer({}), code: "" };
}

/** reduce is the conversation after action. An action that does not fit, such as an event after stop, changes nothing. */
export function reduce(c: Conversation, action: Action): Conversation {
  const last = lastTurn(c);
  switch (action.kind) {
    case "ask":
      return append(reduce(c, { kind: "stop" }), newTurn(c.next, action.question));
    case "event":
      return update(c, action.n, (turn) => receive(turn, action.event));
    case "stop":
      return last ? update(c, last.n, (turn) => cutShort(turn, "stopped", "")) : c;
    case "retry":
      if (!last || finished(last) || busy(c)) return c;
      return append({ ...c, turns: c.turns.slice(0, -1) }, newTurn(c.next, last.question));
    case "adopt":
      return known(c, action) ? c : append(c, complete(newTurn(c.next, action.question), action.answer));
    case "clear":
      return { turns: [], next: c.next }; // numbers go on, so that an event of a cleared turn finds none
  }
}

function append(c: Conversation, turn: Turn): Conversation {
  return { turns: [...c.turns, turn].slice(-MAX_TURNS), next: c.next + 1 };
}

function update(c: Conversation, n: number, change: (turn: Turn) => Turn): Conversation {
  const last = lastTurn(c);
  if (!last || last.n !== n || !busy(c)) return c;
  return { ...c, turns: [...c.turns.slice(0, -1), change(last)] };
}

// A part of an answer is kept only when it is known who wrote it: no text stands without its label.
function cutShort(turn: Turn, phase: Phase, code: string): Turn {
  return { ...turn, phase, code, answer: labelled(turn.answer) };
}

/** labelled is an answer without its text where it is not known who wrote it. */
export function labelled(answer: Answer): Answer {
  return answer.mode ? answer : { ...answer, text: "" };
}

function receive(turn: Turn, event: WireEvent): Turn {
  if (event.kind === "error") return cutShort(turn, "failed", event.code);
  if (event.kind === "done") return complete(turn, event.answer);
  const { answer: before } = turn;
  const { answer } = event;
  const known = {
    sources: { ...before, sources: answer.sources, mode: answer.mode },
    delta: { ...before, text: before.text + answer.text },
    declined: { ...answer, mode: before.mode },
  };
  return { ...turn, phase: "streaming", answer: known[event.kind] };
}

// What does not say that it is an answer is none, and cites nothing.
function complete(turn: Turn, answer: Answer): Turn {
  return answer.outcome === "answered"
    ? { ...turn, phase: "done", answer: { ...answer, nearest: [] } }
    : { ...turn, phase: "declined", answer: { ...answer, sources: [] } };
}

// A page that is loaded again brings the same answer again.
function known(c: Conversation, { question, answer }: { question: string; answer: Answer }): boolean {
  return c.turns.some((turn) => [turn.question, standalone(turn)].includes(question) && turn.answer.text === answer.text);
}
