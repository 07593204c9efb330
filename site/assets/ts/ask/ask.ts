import type { Announce } from "../page/announce";
import { copyText } from "../page/clipboard";
import { element } from "../page/element";
import { inPlace } from "../page/in-place";
import { on } from "../page/on";
import { query } from "../page/query";
import { busy, finished, standalone, type Conversation, type Turn } from "./conversation";
import { sendFeedback } from "./feedback";
import { label } from "./label";
import { plain } from "./plain";
import { spoken } from "./runs";
import { keptSession, newSession } from "./session";
import { htmlLang } from "./source";
import { readAloud } from "./speech";
import { readTexts } from "./texts";
import { conversationView } from "./view";
import { readAnswer } from "./wire";

// An answer that begins further down the window than this would be out of sight, or all but its first line.
const READABLE = 0.6;

// What is said of what the visitor does to the conversation.
const SAID = { stop: "stopped", clear: "cleared", retry: "asking" } as const;

/**
 * startAsk lets a question form answer in place. It is for the page's first form that brings its texts; any other
 * stays what it is without script, a way to /ask.
 */
export function startAsk(root: HTMLElement, announce: Announce): void {
  const form = root as HTMLFormElement;
  if (form !== document.querySelector("[data-texts]")) return;
  const input = form.elements.namedItem("q") as HTMLInputElement;
  const { texts: words = "", page = "", endpoint = "" } = form.dataset;
  const texts = readTexts(words);
  const place = document.getElementById("ask-log")!;
  const view = conversationView(texts);
  const kept = keptSession();
  const home = location.pathname.replace(/\/?$/, "/") === page; // where a question has the address of its own

  const stand = (address: string) => home && history.replaceState(null, "", address);

  const show = (conversation: Conversation) => {
    view.update(conversation);
    if (!view.node.isConnected) place.append(view.node);
  };

  const told = (turn: Turn) => `${label(turn, texts)} ${spoken(turn.answer.text)}`;

  const over = (turn: Turn) => {
    if (finished(turn)) {
      announce(told(turn));
      stand(texts.address(standalone(turn)));
    }
    if (["invalid", "too_long"].includes(turn.code) && !input.value) input.value = turn.question; // to be put another way
  };

  const session = newSession(kept.conversation, endpoint, show, over);
  const turns = () => session.conversation().turns;

  const act = (kind: keyof typeof SAID) => {
    session.dispatch({ kind });
    announce(texts.say(SAID[kind]));
    if (kind === "clear") stand(page);
    input.focus();
  };

  const ask = (question: string) => {
    place.replaceChildren(view.node);
    if (home) history.pushState(null, "");
    stand(texts.address(question));
    session.dispatch({ kind: "ask", question });
    announce(texts.say("asking"));
    // A keyboard on the screen would cover the answer; it goes when the field lets go of the focus.
    if (matchMedia("(pointer: coarse)").matches) input.blur();
    else input.focus({ preventScroll: true });
    const { top } = view.node.getBoundingClientRect();
    if (top < 0 || top > innerHeight * READABLE) view.node.scrollIntoView();
  };

  // What is done with one turn.
  const use = async (action: string | undefined, button: HTMLElement, node: Element) => {
    const turn = turns().find(({ n }) => node.id === `t${n}`)!;
    if (action === "print") print();
    if (action === "read") readAloud(button, told(turn), htmlLang(turn.answer.lang));
    if (action === "copy") announce((button.textContent = texts.say((await copyText(plain(node))) ? "copied" : "copyFailed")));
  };

  // The page of questions and the one where the conversation was last used show it again; elsewhere it is offered.
  const resume = () => {
    const written = place.querySelector("script.answer-data")?.textContent;
    if (written) {
      place.replaceChildren();
      session.dispatch({ kind: "adopt", question: input.defaultValue, answer: readAnswer(JSON.parse(written)) });
      input.value = "";
    }
    const { length } = turns();
    if (length === 0) return;
    if (home || kept.place === location.pathname) show(session.conversation());
    else place.append(element("a", "button-quiet", { href: page }, texts.say("continue", { n: length })));
  };

  on(form, "submit", (event) => {
    event.preventDefault();
    const question = input.value.trim();
    input.value = "";
    if (question) ask(question);
    else form.reportValidity();
  });
  on(view.node, "submit", async (event) => {
    event.preventDefault();
    announce(await sendFeedback(event.target as HTMLFormElement, event.submitter as HTMLButtonElement, texts.error("network")));
  });
  on(view.node, "click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-action]");
    const action = button?.dataset.action;
    if (action && action in SAID) act(action as keyof typeof SAID);
    else if (button) void use(action, button, button.closest(".turn")!);
  });
  on(document, "keydown", (event) => {
    if (event.key === "Escape" && busy(session.conversation())) act("stop");
  });
  on(document, "click", (event) => {
    const link = (event.target as Element).closest<HTMLElement>("a[data-ask]");
    if (link && inPlace(event)) ask(link.dataset.ask!);
  });
  // Back and forward lead through the questions asked here.
  on(window, "popstate", () => {
    const asked = query().get("q");
    const turn = [...turns()].reverse().find((turn) => standalone(turn) === asked);
    const to = turn ? document.getElementById(`t${turn.n}`) : form;
    if (home && !location.hash) setTimeout(() => to?.scrollIntoView()); // after the browser has scrolled to where it was
  });
  resume();
}
