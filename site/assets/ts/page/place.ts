/**
 * place puts those of parts that have content into root in their order, and takes the others out. A part that is in
 * place is not moved: focus and selection inside it survive.
 */
export function place(root: Element, parts: Element[]): void {
  let next: Element | null = null;
  for (const part of [...parts].reverse()) {
    if (!part.hasChildNodes()) {
      part.remove();
      continue;
    }
    if (part.parentNode !== root) root.insertBefore(part, next);
    next = part;
  }
}
