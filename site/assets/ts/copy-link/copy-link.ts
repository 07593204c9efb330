import { announcer } from "../page/announce";
import { copyText } from "../page/clipboard";

const SHOWN_MS = 2000; // long enough to read two words

/** startCopyLink makes a clause's own link copy its full address too; the link still leads to the clause. */
export function startCopyLink(root: HTMLElement): void {
  const link = root as HTMLAnchorElement;
  link.addEventListener("click", async () => {
    if (!(await copyText(link.href))) return;
    link.dataset.state = "copied";
    announce(link, link.dataset.copied ?? "");
    setTimeout(() => delete link.dataset.state, SHOWN_MS);
  });
}

// A policy page has dozens of these links: they share one live region, made when it is first needed.
let region: ((text: string) => void) | undefined;

function announce(link: HTMLElement, text: string): void {
  region ??= announcer(link.closest("main")?.lastElementChild ?? link);
  region(text);
}
