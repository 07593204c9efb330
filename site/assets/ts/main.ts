// The script of every page. Pages are complete without it: each component refines markup that already works, is found
// by data-module, and one that fails to start leaves its plain markup and the other components alone.

import { startAsk } from "./ask/ask";
import { startCopyLink } from "./copy-link/copy-link";
import { startElder } from "./elder/elder";
import { startFilter } from "./filter/filter";
import { announcer, type Announce } from "./page/announce";
import { startSuggest } from "./suggest/suggest";

const modules: Record<string, (root: HTMLElement, announce: Announce) => void> = {
  ask: startAsk,
  "copy-link": startCopyLink,
  elder: startElder,
  filter: startFilter,
  suggest: startSuggest,
};

const announce = announcer();
for (const root of document.querySelectorAll<HTMLElement>("[data-module]")) {
  try {
    modules[root.dataset.module!]?.(root, announce);
  } catch (cause) {
    console.error(root.dataset.module, cause);
  }
}
