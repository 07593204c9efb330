import { actionButton, element } from "../page/element";
import { busy, phaseOf, type Conversation, type Turn } from "./conversation";
import type { Texts } from "./texts";
import { turnNode } from "./turn";

/** View shows conversations, one after the other. */
export interface View {
  node: HTMLElement;
  update(conversation: Conversation): void;
}

/**
 * conversationView shows a conversation, the newest turn first: the form stands above it, so that an answer appears
 * where its question was written and is the next thing that Tab and a screen reader come to. Only a turn that changed is
 * drawn anew.
 */
export function conversationView(texts: Texts): View {
  const turns = element("div", "turns");
  const stop = actionButton("stop", texts.say("stop"));
  const clear = actionButton("clear", texts.say("clear"));
  const node = element("section", "conversation", { "aria-label": texts.say("conversation") }, stop, turns, clear);
  const shown = new Map<number, { turn: Turn; node: HTMLElement }>();

  const draw = (turn: Turn) => {
    const before = shown.get(turn.n);
    if (before?.turn === turn) return;
    const node = turnNode(turn, texts);
    shown.set(turn.n, { turn, node });
    if (before) swap(before.node, node);
    else turns.prepend(node);
  };
  const update = (conversation: Conversation) => {
    node.dataset.phase = phaseOf(conversation);
    conversation.turns.forEach(draw);
    for (const [n, { turn, node }] of shown) {
      if (!conversation.turns.includes(turn) && shown.delete(n)) node.remove();
    }
    stop.hidden = !busy(conversation);
    clear.hidden = shown.size === 0;
  };
  return { node, update };
}

// Whoever has come to a link of the turn stays there while words arrive.
function swap(before: HTMLElement, after: HTMLElement): void {
  const { activeElement } = document;
  const at = before.contains(activeElement) && activeElement?.getAttribute("href");
  before.replaceWith(after);
  if (at) after.querySelector<HTMLElement>(`[href="${CSS.escape(at)}"]`)?.focus({ preventScroll: true });
}
