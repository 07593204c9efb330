// The wire: what /api/answer sends. Everything from outside passes a reader here, which keeps what has the right type
// and fills the rest.

import { like } from "../page/like";

const SOURCE = {
  n: 0,
  title: "",
  section: "",
  url: "",
  passage: "",
  lang: "",
  publisher: "",
  issuer: "",
  documentNumber: "",
  status: "",
  asOf: "",
};

/** ANSWER is the shape of an answer: of each member its type, and what stands for it while it is not known; lists are empty then. */
export const ANSWER = {
  id: "", // until it is whole
  asked: "", // the day, YYYY-MM-DD
  outcome: "", // "answered" or "declined", once it is known
  mode: "", // who wrote the text, "extract" or "generate", once it is known
  lang: "",
  question: "", // as understood, when a follow-up was completed
  lead: "", // before a quotation: where it stands and what to mind
  text: "",
  sources: [{ ...SOURCE, original: SOURCE }], // original: an English passage's Chinese clause, without title where there is none
  notices: [{ code: "", text: "" }],
  nearest: [{ ...SOURCE, original: SOURCE }],
  suggestions: [""], // questions to ask next
  contact: { text: "", url: "" },
  contentVersion: "",
  AIGC: { ContentProducer: "" }, // of generated text: the registered name of the model's service
};

/** Answer is what is said to one question, whole or as far as it has come. Texts that are not known are empty. */
export type Answer = typeof ANSWER;

/** Source is a numbered passage shown to the reader. */
export type Source = Answer["sources"][number];

/** WireEvent is one event; what of the answer an event does not carry is empty. */
export type WireEvent =
  | { kind: "sources" | "delta" | "declined" | "done"; answer: Answer }
  | { kind: "error"; code: string };

/** readEvent reads one message of the stream; null for an event of a kind unknown here. Data that is no JSON throws. */
export function readEvent(kind: string, data: string): WireEvent | null {
  if (kind === "error") return { kind, code: readErrorCode(JSON.parse(data)) || "internal" };
  const known = (["sources", "delta", "declined", "done"] as const).find((name) => name === kind);
  if (!known) return null;
  const value = JSON.parse(data);
  const answer = readAnswer(value);
  // The first event says with a flag what the whole answer says with its mode.
  return { kind: known, answer: known === "sources" ? { ...answer, mode: value.generated === true ? "generate" : "extract" } : answer };
}

/** readErrorCode is the code of an error object, empty when it has none. */
export function readErrorCode(value: unknown): string {
  return like(value, { error: { code: "" } }).error.code;
}

/** readAnswer reads an answer or a part of one, from the wire or as it was kept. */
export function readAnswer(value: unknown): Answer {
  return like(value, ANSWER);
}
