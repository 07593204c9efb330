// The conversation as it is kept for the visitor's session, so that a look at a clause does not end it.

import { like } from "../page/like";
import { labelled, MAX_TURNS, newTurn, type Conversation, type Phase } from "./conversation";
import { ANSWER } from "./wire";

/** Kept is a conversation and the path of the page where it was last used. */
export interface Kept {
  conversation: Conversation;
  place: string;
}

const KEPT = { place: "", turns: [{ ...newTurn(0, ""), answer: ANSWER }] };

// What was on its way when the page was left came to nothing.
const ENDS: Record<string, Phase> = { done: "done", declined: "declined", failed: "failed" };

/** encode is kept as text; null when there is nothing to keep. Browsers give a site 5 MB; MAX_TURNS answers are below 2. */
export function encode({ conversation: { turns }, place }: Kept): string | null {
  return turns.length > 0 ? JSON.stringify({ place, turns }) : null;
}

/** decode is what encode made of it; of anything else, what makes sense. */
export function decode(encoded: string | null): Kept {
  const kept = like(parse(encoded), KEPT);
  const turns = kept.turns
    .filter((turn) => turn.question)
    .slice(-MAX_TURNS)
    .map((turn, i) => ({ ...turn, n: i + 1, phase: ENDS[turn.phase] ?? "stopped", answer: labelled(turn.answer) }));
  return { conversation: { turns, next: turns.length + 1 }, place: kept.place };
}

function parse(encoded: string | null): unknown {
  try {
    return JSON.parse(encoded!);
  } catch {
    return null; // not ours
  }
}
