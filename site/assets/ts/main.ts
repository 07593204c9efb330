// The script of every page. Pages are complete without it: each component refines markup that already works, is found
// by data-module, and one that fails to start leaves its plain markup and the other components alone.

import { startAsk } from "./ask/ask";
import { startCopyLink } from "./copy-link/copy-link";
import { startElder } from "./elder/elder";

const modules: Record<string, (root: HTMLElement) => void> = {
  ask: startAsk,
  "copy-link": startCopyLink,
  elder: startElder,
};

for (const root of document.querySelectorAll<HTMLElement>("[data-module]")) {
  try {
    modules[root.dataset.module ?? ""]?.(root);
  } catch (cause) {
    console.error(root.dataset.module, cause);
  }
}
