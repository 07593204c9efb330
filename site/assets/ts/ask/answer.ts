import { element } from "../page/element";
import { place } from "../page/place";
import type { Turn } from "./conversation";
import { label } from "./plain";
import { paragraphs, type Run } from "./runs";
import { htmlLang, sourceCard, sourceID } from "./source";
import type { Texts } from "./texts";
import type { View } from "./turn";
import type { Answer, Contact } from "./wire";

/** answerView shows what has come of turn n. Each part is redrawn only when its own data changed. */
export function answerView(n: number, texts: Texts): View<Turn> {
  const node = element("article", "answer", { "aria-labelledby": `t${n}-question` });
  const head = element("p", "answer-label");
  const body = element("div", "answer-text");
  const notices = element("ul", "notices");
  const sources = element("ol", "sources");
  const contact = element("p", "answer-contact");
  let shown: Partial<Answer> = {};

  const update = (turn: Turn) => {
    const { answer } = turn;
    const changed = (...keys: (keyof Answer)[]) => keys.some((key) => answer[key] !== shown[key]);
    describe(node, answer);
    head.textContent = label(turn, texts);
    if (changed("text", "sources")) body.replaceChildren(...textNodes(answer, n));
    if (changed("notices")) notices.replaceChildren(...noticeNodes(answer));
    if (changed("sources", "nearest")) drawSources(sources, answer, n, texts);
    if (changed("contact")) contact.replaceChildren(...contactNodes(answer.contact));
    place(node, [head, body, notices, sources, contact]);
    shown = answer;
  };
  return { node, update };
}

function describe(node: HTMLElement, { outcome, generated, lang }: Answer): void {
  if (outcome) node.dataset.outcome = outcome;
  if (generated !== undefined) node.dataset.mode = generated ? "generate" : "extract";
  if (lang) node.lang = htmlLang(lang);
}

function textNodes({ text, sources }: Answer, n: number): HTMLElement[] {
  const node = ({ text, cite }: Run) =>
    cite === undefined ? text : element("a", "cite", { href: `#${sourceID(n, cite)}` }, text);
  return paragraphs(text, sources).map((line) => element("p", "", {}, ...line.map(node)));
}

function noticeNodes({ notices }: Answer): HTMLElement[] {
  return notices.map(({ code, text }) => element("li", "notice", { "data-code": code }, text));
}

function drawSources(list: HTMLElement, { sources, nearest }: Answer, n: number, texts: Texts): void {
  const cited = sources.length > 0;
  list.className = cited ? "sources" : "sources nearest";
  list.ariaLabel = texts.say(cited ? "sources" : "nearest");
  list.replaceChildren(...(cited ? sources : nearest).map((source) => sourceCard(source, n, texts)));
}

function contactNodes({ text, url }: Contact): HTMLElement[] {
  return text ? [element("a", "", { href: url }, text)] : [];
}
