import { element } from "./element";

/** announcer adds a polite live region after node; what it is given is spoken once and seen by nobody. */
export function announcer(node: Element): (text: string) => void {
  const region = element("div", "visually-hidden", { role: "log", "aria-live": "polite" });
  node.after(region);
  return (text) => region.replaceChildren(element("p", "", {}, text));
}
