import { actionButton, element } from "../page/element";
import { place } from "../page/place";
import { answerView } from "./answer";
import type { Phase, Turn } from "./conversation";
import type { Texts } from "./texts";

/** View shows a value; update redraws what has changed. */
export interface View<T> {
  node: HTMLElement;
  update(value: T): void;
}

// What a visitor can do about a turn in each phase.
const ACTIONS = {
  asking: "stop",
  streaming: "stop",
  done: "copy",
  declined: "copy",
  failed: "retry",
  stopped: "retry",
} as const satisfies Record<Phase, string>;

/** turnView is the view of turn. Its button carries data-action; what it does is its owner's business. */
export function turnView(turn: Turn, texts: Texts): View<Turn> {
  const id = `t${turn.n}`;
  const you = element("span", "visually-hidden", {}, `${texts.say("you")} `);
  const question = element("p", "turn-question", { id: `${id}-question` }, you, turn.question);
  const understood = element("p", "turn-understood");
  const answer = answerView(turn.n, texts);
  const status = element("p", "turn-status");
  const error = element("p", "error", { role: "alert" });
  const actions = element("p", "turn-actions");
  const node = element("div", "turn", { id });
  let shown: string | undefined;

  const update = (next: Turn) => {
    const { phase } = next;
    const { question: q } = next.answer;
    node.dataset.state = phase;
    understood.textContent = q && texts.say("understood", { q });
    status.textContent = phase === "asking" || phase === "streaming" || phase === "stopped" ? texts.say(phase) : "";
    error.textContent = phase === "failed" ? texts.error(next.code) : "";
    answer.update(next);
    const action = ACTIONS[phase];
    // The same button stays while words arrive: it may have the focus.
    if (action !== shown) actions.replaceChildren(actionButton(action, texts.say(action)));
    shown = action;
    place(node, [question, understood, answer.node, status, error, actions]);
  };
  update(turn);
  return { node, update };
}
