import type { Announce } from "../page/announce";
import { copyText } from "../page/clipboard";
import { on } from "../page/on";

const SHOWN_MS = 2000; // long enough to read two words

/** startCopyLink makes a clause's own link copy its full address too; the link still leads to the clause. */
export function startCopyLink(root: HTMLElement, announce: Announce): void {
  const link = root as HTMLAnchorElement;
  on(link, "click", async () => {
    if (!(await copyText(link.href))) return;
    link.dataset.state = "copied";
    announce(link.dataset.copied!);
    setTimeout(() => delete link.dataset.state, SHOWN_MS);
  });
}
