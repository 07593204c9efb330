/**
 * readAloud speaks text, in the language of an HTML lang attribute, until it is over or button is pressed again. While it
 * speaks the button is called by its data-other. Whatever was being read falls silent.
 */
export function readAloud(button: HTMLElement, text: string, lang: string): void {
  const speaking = button.ariaPressed === "true";
  speechSynthesis.cancel(); // its end, below, gives the other button its name back
  if (speaking) return;
  const { textContent } = button;
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = lang;
  utterance.onend = utterance.onerror = () => {
    button.ariaPressed = "false";
    button.textContent = textContent;
  };
  button.ariaPressed = "true";
  button.textContent = button.dataset.other!;
  speechSynthesis.speak(utterance);
}
