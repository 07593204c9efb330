import { inPlace } from "../page/in-place";
import { on } from "../page/on";
import { query } from "../page/query";

/**
 * startFilter lets the links of root filter a list in place. A link says what it asks for: data-filter="topic"
 * data-value="land", with an empty value for everything. The list is the element whose id is root's data-list; its
 * entries say what they are in attributes of the same names, data-topic="land energy". What is chosen stands in the address.
 */
export function startFilter(root: HTMLElement): void {
  const list = document.getElementById(root.dataset.list!);
  if (!list) return; // a page of one topic: its links lead elsewhere
  const links = [...root.querySelectorAll<HTMLElement>("[data-filter]")].map((node) => {
    const { filter: name, value } = node.dataset as { filter: string; value: string };
    return { node, name, value };
  });
  const count = root.querySelector<HTMLElement>("[data-text]");

  const apply = () => {
    const wanted = query();
    let shown = 0;
    for (const { node, name, value } of links) node.setAttribute("aria-current", `${(wanted.get(name) ?? "") === value}`);
    for (const entry of list.querySelectorAll("li")) {
      entry.hidden = links.some(({ name }) => !fits(entry.dataset[name], wanted.get(name)));
      if (!entry.hidden) shown++;
    }
    if (count) count.textContent = count.dataset.text!.replace("{n}", `${shown}`);
  };

  for (const { node, name, value } of links) {
    on(node, "click", (event) => {
      if (!inPlace(event)) return;
      const wanted = query();
      wanted.set(name, value);
      history.replaceState(null, "", `?${wanted}`);
      apply();
    });
  }
  apply();
}

/** fits says whether an entry's words hold the one wanted; nothing wanted fits all. */
export function fits(words: string | undefined, wanted: string | null): boolean {
  return !wanted || (words ?? "").split(" ").includes(wanted);
}
