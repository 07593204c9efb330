import { element } from "../page/element";
import type { Texts } from "./texts";
import type { Source } from "./wire";

/** Part is one piece of a source's description; status is set when it says the status. */
interface Part {
  text: string;
  status?: string;
}

/** parts describes where a source comes from: who issued it, under which number, whether it holds, as of when. */
export function parts(source: Source, texts: Texts): Part[] {
  const { issuer, publisher, documentNumber, status, asOf } = source;
  return [
    { text: issuer || publisher },
    { text: documentNumber },
    { text: status && texts.status(status), status },
    { text: asOf && texts.say("asOf", { date: asOf }) },
  ].filter((part) => part.text);
}

/** heading names a source as "title › section". */
export function heading({ title, section }: Source): string {
  return section && section !== title ? `${title} › ${section}` : title;
}

/** sourceID is the id of a source's card, the target of its citations. */
export function sourceID(turn: number, n: number): string {
  return `t${turn}-source-${n}`;
}

/** sourceCard is the card of a source: the link to its clause, the passage as it stands there, its description. */
export function sourceCard(source: Source, turn: number, texts: Texts): HTMLElement {
  const { n, title, section, url, passage, lang, status, original } = source;
  const id = sourceID(turn, n);
  const card = element("li", "source", { id, tabindex: "-1", "data-status": status });
  const link = element("a", "source-link", { href: url });
  link.append(
    element("span", "source-n", {}, `${n}`), " ",
    element("span", "source-title", {}, title), " ",
    element("span", "source-section", {}, section),
  );
  const meta = element("p", "source-meta");
  for (const part of parts(source, texts)) {
    meta.append(element("span", part.status ? "status" : "", { "data-status": part.status }, part.text), " ");
  }
  card.append(link, quotation(passage, lang), meta);
  if (original) card.append(originalLink(original, texts), quotation(original.passage, "zh"));
  return card;
}

/** htmlLang is the lang attribute for a language of the wire. */
export function htmlLang(lang: string): string {
  return lang === "zh" ? "zh-CN" : lang;
}

function quotation(passage: string, lang: string): HTMLElement {
  return element("blockquote", "source-passage", { lang: htmlLang(lang) }, passage);
}

function originalLink(original: Source, texts: Texts): HTMLElement {
  const name = element("span", "", { lang: htmlLang("zh") }, heading(original));
  const link = element("a", "", { href: original.url, hreflang: htmlLang("zh") }, texts.say("original"), " ", name);
  return element("p", "source-original", {}, link);
}
