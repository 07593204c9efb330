import type { Turn } from "./conversation";
import type { Texts } from "./texts";

/** label says who wrote a turn's text, empty while that is unknown. It goes wherever the text goes. */
export function label({ answer: { outcome, mode, AIGC } }: Turn, texts: Texts): string {
  if (outcome === "declined") return texts.say("labelDeclined");
  if (mode === "generate") return [texts.say("labelGenerate"), AIGC.ContentProducer].filter(Boolean).join(" · ");
  return mode && texts.say("labelExtract");
}
