/** Run is a piece of an answer's text: words, or the citation of source cite. */
export interface Run {
  text: string;
  cite?: number;
}

/** paragraphs splits an answer's text into lines of runs. "[2]" is a citation only when there is a source 2; it keeps to the words before it. */
export function paragraphs(text: string, sources: { n: number }[]): Run[][] {
  const run = (text: string): Run => ({ text: text.replace(/ $/, "\u00a0"), cite: sources.find(({ n }) => text === `[${n}]`)?.n });
  return text
    .split("\n")
    .filter((line) => line.trim())
    .map((line) => line.split(/(\[\d+\])/).filter(Boolean).map(run));
}

/** spoken is the text without its citations, for those who hear it. */
export function spoken(text: string): string {
  return text.replace(/\s*\[\d+\]/g, "");
}
