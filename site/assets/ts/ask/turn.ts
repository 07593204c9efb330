import { actionButton, element } from "../page/element";
import { place } from "../page/place";
import { answerView } from "./answer";
import type { Turn } from "./conversation";
import type { Texts } from "./texts";

/** View shows a value; update redraws what has changed. */
export interface View<T> {
  node: HTMLElement;
  update(value: T): void;
}

/** turnView is the view of turn. Its buttons carry data-action; what they do is its owner's business. */
export function turnView(turn: Turn, texts: Texts): View<Turn> {
  const id = `t${turn.n}`;
  const you = element("span", "visually-hidden", {}, `${texts.say("you")} `);
  const question = element("p", "turn-question", { id: `${id}-question` }, you, turn.question);
  const understood = element("p", "turn-understood");
  const answer = answerView(turn.n, texts);
  const foot = element("div", "turn-foot");
  const node = element("div", "turn", { id });
  let phase = "";

  const update = (next: Turn) => {
    const { question: q } = next.answer;
    node.dataset.state = next.phase;
    understood.textContent = q && texts.say("understood", { q });
    answer.update(next);
    if (next.phase !== phase) foot.replaceChildren(...footNodes(next, texts));
    place(node, [question, understood, answer.node, foot]);
    phase = next.phase;
  };
  update(turn);
  return { node, update };
}

function footNodes({ phase, code }: Turn, texts: Texts): HTMLElement[] {
  const action = (name: "copy" | "retry") => element("p", "turn-actions", {}, actionButton(name, texts.say(name)));
  if (phase === "done" || phase === "declined") return [action("copy")];
  if (phase === "failed") return [element("p", "error", { role: "alert" }, texts.error(code)), action("retry")];
  const status = element("p", "turn-status", {}, texts.say(phase));
  return phase === "stopped" ? [status, action("retry")] : [status];
}
