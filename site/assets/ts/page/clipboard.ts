import { element } from "./element";

/** copyText puts text on the clipboard and says whether it could. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelection(text);
  }
}

// Browsers hide navigator.clipboard on plain HTTP, as on an office network; selecting and copying works there still.
function copySelection(text: string): boolean {
  const before = document.activeElement as HTMLElement;
  const area = element("textarea", "visually-hidden", { readonly: "readonly" });
  area.value = text;
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  before.focus();
  return copied;
}
