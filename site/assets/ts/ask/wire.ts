// The wire: what /api/answer sends. Everything from outside passes a reader here, which keeps what has the right type
// and fills the rest, so that no other file meets a missing field.

/** Source is a numbered passage shown to the reader. Texts that are not known are empty. */
export interface Source {
  n: number;
  title: string;
  section: string;
  url: string;
  passage: string;
  lang: string;
  publisher: string;
  issuer: string;
  documentNumber: string;
  status: string;
  asOf: string;
  original?: Source; // an English passage's Chinese clause
}

export interface Notice {
  code: string;
  text: string;
}

export interface Contact {
  text: string;
  url: string;
}

/** Answer is what is said to one question, whole or as far as it has come. */
export interface Answer {
  outcome: string; // "answered" or "declined"; empty before it is known
  generated?: boolean; // whether a model wrote the text; undefined before it is known
  producer?: string; // of generated text: the registered name of the model's service
  lang: string;
  question: string; // as understood, when a follow-up was completed; else empty
  text: string;
  sources: Source[];
  notices: Notice[];
  nearest: Source[];
  contact: Contact;
}

/** WireEvent is one event; what of the answer an event does not carry is empty. */
export type WireEvent =
  | { kind: "sources" | "delta" | "declined" | "done"; answer: Answer }
  | { kind: "error"; code: string };

type Fields = Record<string, unknown>;

/** readEvent reads one message of the stream; null for an event of a kind unknown here. Data that is no JSON throws. */
export function readEvent(kind: string, data: string): WireEvent | null {
  switch (kind) {
    case "sources":
    case "delta":
    case "declined":
    case "done":
      return { kind, answer: readAnswer(JSON.parse(data)) };
    case "error":
      return { kind, code: readErrorCode(JSON.parse(data)) || "internal" };
    default:
      return null;
  }
}

/** readErrorCode is the code of an error object, empty when it has none. */
export function readErrorCode(value: unknown): string {
  return text(fields(fields(value).error).code);
}

/** readAnswer reads an answer or a part of one. */
export function readAnswer(value: unknown): Answer {
  const f = fields(value);
  return {
    outcome: text(f.outcome),
    generated: typeof f.generated === "boolean" ? f.generated : undefined,
    producer: text(fields(f.AIGC).ContentProducer),
    lang: text(f.lang),
    question: text(f.question),
    text: text(f.text),
    sources: list(f.sources, readSource),
    notices: list(f.notices, (v) => ({ code: text(fields(v).code), text: text(fields(v).text) })),
    nearest: list(f.nearest, readSource),
    contact: { text: text(fields(f.contact).text), url: readURL(fields(f.contact).url) },
  };
}

function readSource(value: unknown): Source {
  const f = fields(value);
  const source: Source = {
    n: Number(f.n) || 0,
    title: text(f.title),
    section: text(f.section),
    url: readURL(f.url),
    passage: text(f.passage),
    lang: text(f.lang),
    publisher: text(f.publisher),
    issuer: text(f.issuer),
    documentNumber: text(f.documentNumber),
    status: text(f.status),
    asOf: text(f.asOf),
  };
  if (f.original) source.original = readSource(f.original);
  return source;
}

export function fields(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

export function list<T>(value: unknown, read: (item: unknown) => T): T[] {
  return Array.isArray(value) ? value.map(read) : [];
}

export function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

// A link is a path of this site or a web address; any other scheme could run script.
function readURL(value: unknown): string {
  const url = text(value);
  return /^(https?:\/\/|\/(?![/\\]))/.test(url) ? url : "";
}
