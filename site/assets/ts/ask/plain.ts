const PARTS = ".turn-question a,.answer-label,.answer-text p,.notice,.source-link,.source-meta,.answer-contact a,.answer-version";

/**
 * plain is a turn as text to paste elsewhere, from what its view shows: question, label, answer, notices, numbered sources,
 * version; links with their full addresses.
 */
export function plain(turn: Element): string {
  return [...turn.querySelectorAll<HTMLAnchorElement>(PARTS)]
    .map(({ textContent, href = "" }) => `${textContent}\n${href}`.trim())
    .join("\n\n");
}
