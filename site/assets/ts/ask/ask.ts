import { announcer } from "../page/announce";
import { copyText } from "../page/clipboard";
import { actionButton, element } from "../page/element";
import { busy, finished, type Conversation, type Turn } from "./conversation";
import { label, plain } from "./plain";
import { spoken } from "./runs";
import { keptSession, newSession } from "./session";
import { readTexts } from "./texts";
import { conversationView } from "./view";
import { readAnswer } from "./wire";

// An answer that begins further down the window than this would be out of sight, or all but its first line.
const READABLE = 0.6;

/**
 * startAsk lets a question form answer in place. It is for the page's first form that brings its texts; any other
 * stays what it is without script, a way to /ask.
 */
export function startAsk(root: HTMLElement): void {
  const form = root as HTMLFormElement;
  if (form !== document.querySelector("form[data-module=ask][data-texts]")) return;
  const input = form.elements.namedItem("q") as HTMLInputElement;
  const { texts: words = "", log = "", page, endpoint = "/api/answer" } = form.dataset;
  const texts = readTexts(words);
  const place = document.getElementById(log) ?? placeAfter(form);
  const view = conversationView(texts);
  const announce = announcer(place);
  const kept = keptSession();

  const show = (conversation: Conversation) => {
    view.update(conversation);
    if (!view.node.isConnected) place.append(view.node);
  };

  const over = (turn: Turn) => {
    if (finished(turn)) announce(`${label(turn, texts)} ${spoken(turn.answer.text)}`);
    const refused = turn.code === "invalid" || turn.code === "too_long";
    if (refused && input.value === "") input.value = turn.question; // to be put another way
  };

  const session = newSession(kept.conversation, endpoint, show, over);

  const act = (kind: "stop" | "clear" | "retry") => {
    session.dispatch({ kind });
    announce(texts.say(kind === "stop" ? "stopped" : kind === "clear" ? "cleared" : "asking"));
    input.focus();
  };

  const ask = (question: string) => {
    place.replaceChildren(view.node);
    session.dispatch({ kind: "ask", question });
    announce(texts.say("asking"));
    // A keyboard on the screen would cover the answer; it goes when the field lets go of the focus.
    if (matchMedia("(pointer: coarse)").matches) input.blur();
    else input.focus({ preventScroll: true });
    const { top } = view.node.getBoundingClientRect();
    if (top < 0 || top > innerHeight * READABLE) view.node.scrollIntoView();
  };

  const copy = async (button: HTMLElement) => {
    const id = button.closest(".turn")?.id;
    const turn = session.conversation().turns.find((t) => `t${t.n}` === id);
    if (!turn) return;
    button.textContent = texts.say((await copyText(plain(turn, texts, location.href))) ? "copied" : "copyFailed");
    announce(button.textContent);
  };

  // The page of questions and the one where the conversation was last used show it again; elsewhere it is offered.
  const resume = () => {
    const written = place.querySelector("script.answer-data")?.textContent;
    if (written) {
      place.replaceChildren();
      session.dispatch({ kind: "adopt", question: input.defaultValue, answer: readAnswer(JSON.parse(written)) });
      input.value = "";
    }
    const { turns } = session.conversation();
    if (turns.length === 0) return;
    if (written || [page, kept.place].includes(location.pathname)) show(session.conversation());
    else place.append(offer(turns.length));
  };

  const offer = (n: number) => {
    const button = actionButton("continue", texts.say("continue", { n }));
    button.addEventListener("click", () => {
      place.replaceChildren();
      show(session.conversation());
      input.focus();
    });
    return button;
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const question = input.value.trim();
    input.value = "";
    if (question) ask(question);
    else form.reportValidity();
  });
  view.node.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-action]");
    const action = button?.dataset.action;
    if (action === "stop" || action === "clear" || action === "retry") act(action);
    if (action === "copy") void copy(button!);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && busy(session.conversation())) act("stop");
  });
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLElement>("a[data-ask]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    ask(link.dataset.ask ?? "");
  });
  resume();
}

function placeAfter(form: HTMLFormElement): HTMLElement {
  const place = element("div", "ask-log");
  form.after(place);
  return place;
}
