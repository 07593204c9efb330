// The conversation as it is kept for the visitor's session, so that a look at a clause does not end it.

import { MAX_TURNS, newTurn, type Conversation, type Phase, type Turn } from "./conversation";
import { fields, list, readAnswer, text } from "./wire";

/** KEPT_LENGTH bounds what is kept, in UTF-16 units: browsers give a site 5 MB and keep nothing when it is exceeded. */
export const KEPT_LENGTH = 200_000;

/** Kept is a conversation and the path of the page where it was last used. */
export interface Kept {
  conversation: Conversation;
  place: string;
}

/** encode is kept as text, without the oldest turns when they do not fit; null when there is nothing to keep. */
export function encode({ conversation, place }: Kept): string | null {
  for (let turns = conversation.turns; turns.length > 0; turns = turns.slice(1)) {
    const encoded = JSON.stringify({ place, turns });
    if (encoded.length <= KEPT_LENGTH) return encoded;
  }
  return null;
}

/** decode is what encode made of it; of anything else, what makes sense. */
export function decode(encoded: string | null): Kept {
  const kept = fields(parse(encoded ?? "{}"));
  const turns = list(kept.turns, readTurn)
    .filter((turn) => turn.question !== "")
    .slice(-MAX_TURNS)
    .map((turn, i) => ({ ...turn, n: i + 1 }));
  return { conversation: { turns, next: turns.length + 1 }, place: text(kept.place) };
}

function parse(encoded: string): unknown {
  try {
    return JSON.parse(encoded);
  } catch {
    return {}; // not ours
  }
}

function readTurn(value: unknown): Turn {
  const f = fields(value);
  const turn = { ...newTurn(0, text(f.question)), phase: readPhase(f.phase), answer: readAnswer(f.answer), code: text(f.code) };
  return turn.answer.generated === undefined ? { ...turn, answer: { ...turn.answer, text: "" } } : turn;
}

// What was on its way when the page was left came to nothing.
function readPhase(value: unknown): Phase {
  return value === "done" || value === "declined" || value === "failed" ? value : "stopped";
}
