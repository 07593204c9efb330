/** inPlace takes a click on a link over from the browser, unless the visitor wants a tab or window for it. */
export function inPlace(event: MouseEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return false;
  event.preventDefault();
  return true;
}
