import { finished, type Turn } from "./conversation";

// The server takes 10 turns and 64 KiB; the rest of the body needs the room that is left here.
export const HISTORY_TURNS = 10;
export const HISTORY_BYTES = 48 * 1024;
const ANSWER_LENGTH = 1000; // enough of an answer to understand "and in Hangzhou?"

export interface Exchange {
  question: string;
  answer: string;
}

/** history is what the server is told of the finished turns, oldest first: the newest that fit its limits. */
export function history(turns: Turn[]): Exchange[] {
  const told = turns
    .filter(finished)
    .slice(-HISTORY_TURNS)
    .map(({ question, answer }) => ({ question, answer: cut(answer.text) }));
  while (bytes(told) > HISTORY_BYTES) told.shift();
  return told;
}

// By character, not by UTF-16 unit: half a character is not UTF-8, which the server would refuse.
function cut(text: string): string {
  return [...text].slice(0, ANSWER_LENGTH).join("");
}

function bytes(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
