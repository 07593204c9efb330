import { readKept, writeKept } from "../page/kept";
import { busy, lastTurn, reduce, type Action, type Conversation, type Turn } from "./conversation";
import { history } from "./history";
import { decode, encode, type Kept } from "./kept";
import { send } from "./request";

const KEY = "lvgu.conversation";

/** Session is the visitor's conversation: it asks the server, and keeps what came of it for the next page. */
export interface Session {
  conversation(): Conversation;
  /** dispatch applies an action; one that starts a turn asks its question, and one that ends a turn ends its request. */
  dispatch(action: Action): void;
}

/** keptSession is what an earlier page of the same visit kept. */
export function keptSession(): Kept {
  return decode(readKept(() => sessionStorage, KEY));
}

/**
 * newSession goes on from conversation. changed is called after every change, over after the end of a turn that was
 * not stopped.
 */
export function newSession(
  conversation: Conversation,
  endpoint: string,
  changed: (conversation: Conversation) => void,
  over: (turn: Turn) => void,
): Session {
  let running = new AbortController();

  const apply = (action: Action) => {
    conversation = reduce(conversation, action);
    // Words come many times a second: they are kept when the turn ends.
    if (action.kind !== "event" || !busy(conversation)) {
      writeKept(() => sessionStorage, KEY, encode({ conversation, place: location.pathname }));
    }
    changed(conversation);
  };

  const ask = async ({ n, question }: Turn) => {
    running = new AbortController();
    const request = { question, history: history(conversation.turns) };
    await send(endpoint, request, running, (event) => apply({ kind: "event", n, event }));
    const turn = lastTurn(conversation);
    if (turn?.n === n && turn.phase !== "stopped") over(turn);
  };

  return {
    conversation: () => conversation,
    dispatch(action) {
      const { next } = conversation;
      running.abort();
      apply(action);
      const turn = lastTurn(conversation);
      if (turn?.n === next && busy(conversation)) void ask(turn);
    },
  };
}
