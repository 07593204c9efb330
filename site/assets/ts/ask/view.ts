import { actionButton, element } from "../page/element";
import { place } from "../page/place";
import { busy, phaseOf, type Conversation, type Turn } from "./conversation";
import type { Texts } from "./texts";
import { turnView, type View } from "./turn";

/** conversationView shows a conversation, with a button to stop it while it is busy and to clear it afterwards. */
export function conversationView(texts: Texts): View<Conversation> {
  const stop = actionButton("stop", texts.say("stop"));
  const clear = actionButton("clear", texts.say("clear"));
  const actions = element("p", "conversation-actions");
  const turns = element("div", "turns");
  const node = element("section", "conversation", { "aria-label": texts.say("conversation") }, turns);
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
    place(turns, [...views.values()].map((view) => view.node));
    const button = busy(conversation) ? stop : clear;
    if (actions.firstChild !== button) actions.replaceChildren(button);
    if (kept.size === 0) actions.remove();
    else if (!actions.parentNode) turns.after(actions);
  };
  return { node, update };
}
