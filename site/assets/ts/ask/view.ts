import { actionButton, element } from "../page/element";
import { place } from "../page/place";
import { phaseOf, type Conversation, type Turn } from "./conversation";
import type { Texts } from "./texts";
import { turnView, type View } from "./turn";

/**
 * conversationView shows a conversation, the newest turn first: the form stands above it, so that an answer appears
 * where its question was written and is the next thing that Tab and a screen reader come to.
 */
export function conversationView(texts: Texts): View<Conversation> {
  const turns = element("div", "turns");
  const actions = element("p", "conversation-actions");
  const clear = actionButton("clear", texts.say("clear"));
  const node = element("section", "conversation", { "aria-label": texts.say("conversation") });
  const views = new Map<number, View<Turn>>();

  const update = (conversation: Conversation) => {
    node.dataset.phase = phaseOf(conversation);
    const kept = new Set(conversation.turns.map((turn) => turn.n));
    for (const [n, view] of views) {
      if (!kept.has(n) && views.delete(n)) view.node.remove();
    }
    for (const turn of conversation.turns) {
      const view = views.get(turn.n);
      if (view) view.update(turn);
      else views.set(turn.n, turnView(turn, texts));
    }
    place(turns, [...views.values()].map((view) => view.node).reverse());
    if (kept.size === 0) clear.remove();
    else if (!clear.parentNode) actions.append(clear);
    place(node, [turns, actions]);
  };
  return { node, update };
}
