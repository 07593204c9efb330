import { written } from "../page/date";
import { element } from "../page/element";
import { fill } from "../page/fill";
import { finished, standalone, type Turn } from "./conversation";
import { label } from "./label";
import { paragraphs, type Run } from "./runs";
import { htmlLang, sourceCard, sourceID } from "./source";
import type { Texts } from "./texts";

/** turnNode shows a turn. What its buttons and forms do is their owner's business. */
export function turnNode(turn: Turn, texts: Texts): HTMLElement {
  const { n, phase, question, code, answer } = turn;
  const { asked, lang, lead, contact, contentVersion } = answer;
  const done = finished(turn);
  const run = ({ text, cite }: Run) => (cite ? element("a", "cite", { href: `#${sourceID(n, cite)}` }, text) : text);
  return fill("turn", {
    id: `t${n}`,
    questionID: `t${n}-question`,
    answerID: done && answer.id,
    phase,
    question,
    address: texts.address(standalone(turn)),
    understood: answer.question && texts.say("understood", { q: answer.question }),
    outcome: answer.outcome,
    mode: answer.mode,
    lang: htmlLang(lang),
    lead,
    label: label(turn, texts),
    paragraphs: paragraphs(answer.text, answer.sources).map((line) => element("p", "", {}, ...line.map(run))),
    notices: answer.notices.map(({ code, text }) => element("li", "notice", { "data-code": code }, text)),
    sources: answer.sources.map((source) => sourceCard(source, n, texts)),
    nearest: answer.nearest.map((source) => sourceCard(source, n, texts)),
    contact: contact.text,
    contactURL: contact.url,
    version: contentVersion && texts.say("version", { version: contentVersion, date: written(asked) }),
    status: done || phase === "failed" ? "" : texts.say(phase as "asking"),
    error: phase === "failed" ? texts.error(code) : "",
    retry: phase === "failed" || phase === "stopped",
    finished: done,
    speech: "speechSynthesis" in window,
    suggestions: answer.suggestions.map((q) => element("li", "", {}, element("a", "example", { href: texts.address(q), "data-ask": q }, q))),
  });
}
