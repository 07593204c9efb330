import { finished, type Turn } from "./conversation";

// The server takes 10 turns and 64 KiB. At their longest, questions of 500 characters and all of four bytes, these are 55 KB.
export const HISTORY_TURNS = 10;
export const ANSWER_LENGTH = 800; // enough of an answer to understand "and in Hangzhou?"

export interface Exchange {
  question: string;
  answer: string;
}

/** history is what the server is told of the finished turns, oldest first: the newest that fit its limits. */
export function history(turns: Turn[]): Exchange[] {
  return turns
    .filter(finished)
    .slice(-HISTORY_TURNS)
    .map(({ question, answer }) => ({ question, answer: cut(answer.text) }));
}

// By character, not by UTF-16 unit: half a character is not UTF-8, which the server would refuse.
function cut(text: string): string {
  return [...text].slice(0, ANSWER_LENGTH).join("");
}
