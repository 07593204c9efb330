// Every word shown comes from the page, where Hugo wrote it from i18n in the page's language.

/** Texts are the words of the page's language. */
export interface Texts {
  /** say is a text with its {placeholders} filled; a key that the page lacks stands for itself, to be noticed. */
  say(key: TextKey, values?: Record<string, string | number>): string;
  /** status is what a source's status is called. */
  status(code: string): string;
  /** error is what is said of an error; a code that is new to the page reads as "internal". */
  error(code: string): string;
  /** address is where a question and its answer have a page of their own. */
  address(question: string): string;
}

// What a page must bring; a browser test holds the pages to it.
export const TEXT_KEYS = [
  "conversation", "labelExtract", "labelGenerate", "labelDeclined", "understood", "asOf", "version",
  "asking", "streaming", "stopped", "stop", "copied", "copyFailed", "clear", "cleared", "continue",
] as const;
export const ERROR_CODES = ["invalid", "too_long", "limited", "unavailable", "internal", "network", "cut"] as const;

export type TextKey = (typeof TEXT_KEYS)[number];

/** readTexts reads the JSON object of a data-texts attribute. */
export function readTexts(json: string): Texts {
  const { errors, status, links, ...map } = JSON.parse(json);
  return {
    say: (key, values = {}) => (map[key] ?? key).replace(/\{(\w+)\}/g, (_: string, name: string) => `${values[name]}`),
    status: (code) => status[code] ?? code,
    error: (code) => errors[code] ?? errors.internal,
    address: (question) => `${links.ask}?q=${encodeURIComponent(question)}`,
  };
}
