import { element } from "../page/element";

/**
 * sendFeedback sends the form of a details element in place, as the button pressed would, and returns what to tell the
 * visitor: thanks, which then stand where the form was, or failed, with the form left as it is.
 */
export async function sendFeedback(form: HTMLFormElement, pressed: HTMLButtonElement, failed: string): Promise<string> {
  const body = new URLSearchParams(new FormData(form) as unknown as Record<string, string>);
  body.append(pressed.name, pressed.value);
  const sent = await fetch(form.action, { method: "POST", body }).then((response) => response.ok, () => false);
  const place = form.parentElement!;
  const said = (sent && place.dataset.thanks) || failed;
  if (sent) place.replaceWith(element("p", "feedback", {}, said));
  else form.append(element("p", "error", {}, said));
  return said;
}
