const PARTS = ".turn-question a,.answer>[lang],.answer-text p,.notice,.source-link,.source-meta,.answer>p>a";

/**
 * plain is a turn as text to paste elsewhere, from what its view shows: question, lead, label, answer, notices, numbered sources,
 * version; links with their full addresses.
 */
export function plain(turn: Element): string {
  return [...turn.querySelectorAll<HTMLAnchorElement>(PARTS)]
    .map(({ textContent, href = "" }) => `${textContent}\n${href}`.trim())
    .join("\n\n");
}
