import { element } from "../page/element";
import { like } from "../page/like";
import { on } from "../page/on";

const PAUSE_MS = 150; // between keystrokes; whoever types on is not asked for
const FOUND = { suggestions: [{ text: "", url: "" }] };

/**
 * startSuggest makes a field a combobox: a list under it of what the visitor may be about to type, from root's data-url
 * with what was typed at its end. Choosing an entry opens its page where root has data-go, and otherwise sends the form
 * with it.
 */
export function startSuggest(root: HTMLElement): void {
  const input = root as HTMLInputElement;
  const { url = "", name, go } = input.dataset;
  const box = element("ul", "suggest", { id: `${input.id}-list`, role: "listbox", "aria-label": name });
  let at = -1; // the entry that the arrows came to
  let asked = 0;
  let pause = 0;

  const set = (key: string, value: unknown) => input.setAttribute(key, `${value}`);
  const mark = (to: number) => {
    box.children[at]?.removeAttribute("aria-selected");
    box.children[to]?.setAttribute("aria-selected", "true");
    set("aria-activedescendant", box.children[to]?.id ?? "");
    at = to;
  };
  const show = (entries: HTMLElement[]) => {
    box.replaceChildren(...entries);
    box.hidden = entries.length === 0;
    set("aria-expanded", !box.hidden);
    mark(-1);
  };
  const close = () => {
    clearTimeout(pause);
    asked++; // what is still on its way comes too late
    show([]);
  };
  const look = async () => {
    const n = ++asked;
    const typed = input.value.trim();
    const found = typed && (await (await fetch(url + encodeURIComponent(typed))).json());
    if (n === asked) show(like(found, FOUND).suggestions.map(entry));
  };
  const entry = ({ text, url }: { text: string; url: string }, i: number) => {
    const node = element("li", "", { id: `${box.id}-${i}`, role: "option" }, text);
    on(node, "click", () => {
      close();
      if (go !== undefined) return location.assign(url);
      input.value = text;
      input.form!.requestSubmit();
    });
    return node;
  };

  set("role", "combobox");
  set("aria-autocomplete", "list");
  set("aria-controls", box.id);
  on(input, "input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => look().catch(close), PAUSE_MS);
  });
  on(input, "keydown", (event) => {
    const { key, isComposing } = event;
    const n = box.children.length;
    if (isComposing || !n) return; // the keys belong to the input method
    if (key === "ArrowDown") mark((at + 1) % n);
    else if (key === "ArrowUp") mark((Math.max(at, 0) + n - 1) % n);
    else if (key === "Escape") close();
    else if (key === "Enter" && at >= 0) (box.children[at] as HTMLElement).click();
    else return;
    event.preventDefault();
  });
  on(input, "blur", close);
  on(input.form!, "submit", close);
  on(box, "mousedown", (event) => event.preventDefault()); // the field keeps the focus until the click
  input.after(box);
  close();
}
