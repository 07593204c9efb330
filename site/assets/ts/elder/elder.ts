import { readKept, writeKept } from "../page/kept";
import { on } from "../page/on";

const KEY = "lvgu.elder";

/** startElder makes button switch the elderly mode (data-elder on the root element) for this and later pages. */
export function startElder(button: HTMLElement): void {
  const page = document.documentElement;
  const set = (on: boolean) => {
    page.toggleAttribute("data-elder", on);
    button.setAttribute("aria-pressed", String(on));
  };
  set(readKept(() => localStorage, KEY) === "1");
  button.hidden = false;
  on(button, "click", () => {
    const on = !page.hasAttribute("data-elder");
    set(on);
    writeKept(() => localStorage, KEY, on ? "1" : null);
  });
}
