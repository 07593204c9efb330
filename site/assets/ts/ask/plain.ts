import type { Turn } from "./conversation";
import { heading, parts } from "./source";
import type { Texts } from "./texts";

/** label says who wrote a turn's text, empty while that is unknown. It goes wherever the text goes. */
export function label({ answer: { outcome, generated, producer } }: Turn, texts: Texts): string {
  if (outcome === "declined") return texts.say("labelDeclined");
  if (generated === undefined) return "";
  return generated ? [texts.say("labelGenerate"), producer].filter(Boolean).join(" · ") : texts.say("labelExtract");
}

/** plain is a turn as text to paste elsewhere: question, label, answer, notices, numbered sources with full addresses. */
export function plain(turn: Turn, texts: Texts, base: string): string {
  const { text, notices, sources, nearest, contact } = turn.answer;
  const address = (url: string) => url && new URL(url, base).href;
  const lines = (...parts: string[]) => parts.filter(Boolean).join("\n");
  return [
    turn.question,
    lines(label(turn, texts), text),
    lines(...notices.map((notice) => notice.text)),
    ...[...sources, ...nearest].map((source) =>
      lines(`[${source.n}] ${heading(source)}`, parts(source, texts).map((part) => part.text).join(" · "), address(source.url)),
    ),
    lines(contact.text, address(contact.url)),
  ].filter(Boolean).join("\n\n");
}
