/** Values are what a template is filled with, by name: text or nodes, or for "if" anything. */
export type Values = Record<string, unknown>;

/**
 * fill makes the node of the template with an id. A node's data-fill says what it gets: "text:name" for its content and
 * "href:name" for an attribute; "text:" and "if:name" take a node out whose value is empty. Text stays text: what the server
 * or a model sends is never parsed as markup.
 */
export function fill(id: string, values: Values): HTMLElement {
  const { content } = document.getElementById(id) as HTMLTemplateElement;
  const made = content.cloneNode(true) as DocumentFragment;
  for (const node of made.querySelectorAll<HTMLElement>("[data-fill]")) {
    for (const pair of node.dataset.fill!.split(" ")) {
      const [what, name] = pair.split(":") as [string, string];
      const value = [values[name] || []].flat() as (Node | string)[];
      const [first] = value;
      if (what === "text") node.append(...value);
      if (what === "text" || what === "if") first || node.remove();
      else if (first) node.setAttribute(what, first as string);
    }
    delete node.dataset.fill;
  }
  return made.firstElementChild as HTMLElement;
}
