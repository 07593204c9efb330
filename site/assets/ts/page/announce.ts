import { element } from "./element";

/** Announce speaks a text once to those who listen; nobody sees it. */
export type Announce = (text: string) => void;

/** announcer adds the page's polite live region at the end of its main part. */
export function announcer(): Announce {
  const region = element("div", "visually-hidden", { role: "log", "aria-live": "polite" });
  document.querySelector("main")!.append(region);
  return (text) => region.replaceChildren(element("p", "", {}, text));
}
