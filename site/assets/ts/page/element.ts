/** element makes a node of a class (empty: none), with text as text; attributes whose value is empty or undefined are left out. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  name: string,
  attributes: Record<string, string | undefined> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries({ class: name, ...attributes })) {
    if (value) node.setAttribute(key, value);
  }
  node.append(...children);
  return node;
}

/** actionButton is a quiet button that its container recognises by data-action. */
export function actionButton(action: string, text: string): HTMLButtonElement {
  return element("button", "button-quiet", { type: "button", "data-action": action }, text);
}
