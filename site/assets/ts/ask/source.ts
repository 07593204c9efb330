import { written } from "../page/date";
import { fill } from "../page/fill";
import type { Texts } from "./texts";
import type { Source } from "./wire";

/** sourceID is the id of a source's card, the target of its citations. */
export function sourceID(turn: number, n: number): string {
  return `t${turn}-source-${n}`;
}

/** sourceCard is the card of a source: the link to its clause, the passage as it stands there, where it comes from. */
export function sourceCard(source: Source, turn: number, texts: Texts): HTMLElement {
  const { n, issuer, publisher, status, asOf, lang, original } = source;
  const { title, section } = original;
  return fill("source", {
    ...source,
    id: sourceID(turn, n),
    n: `${n}`,
    lang: htmlLang(lang),
    origin: issuer || publisher,
    statusText: texts.status(status),
    asOf: asOf && texts.say("asOf", { date: written(asOf) }),
    original: section && section !== title ? `${title} › ${section}` : title,
    originalURL: original.url,
    originalPassage: original.passage,
  });
}

/** htmlLang is the lang attribute for a language of the wire. */
export function htmlLang(lang: string): string {
  return lang === "zh" ? "zh-CN" : lang;
}
