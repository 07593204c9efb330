import { expect, test as base, type Page } from "@playwright/test";

/** test is Playwright's, and in every test no page may call another host, log an error or throw. */
export const test = base.extend<{ quiet: void }>({
  quiet: [
    async ({ context, baseURL }, use) => {
      const heard: string[] = [];
      const home = new URL(baseURL ?? "").host;
      context.on("request", (request) => {
        const url = new URL(request.url());
        if (url.protocol !== "data:" && url.host !== home) heard.push(`request to ${url.href}`);
      });
      context.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") heard.push(`console: ${message.text()} (${message.location().url})`);
      });
      context.on("weberror", (error) => heard.push(`error: ${error.error().message}`));
      await use();
      expect(heard, "requests to other hosts, console messages, errors").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

export type Lang = "zh" | "en";

/** path is a page's path in a language. */
export function path(lang: Lang, zh: string): string {
  return lang === "zh" ? zh : `/en${zh}`;
}

/** PAGES are one page of each kind, by its Chinese path. */
export const PAGES: { kind: string; path: string }[] = [
  { kind: "home", path: "/" },
  { kind: "cluster", path: "/clusters/semiconductor/" },
  { kind: "enclave", path: "/enclaves/shanghai-zhangjiang/" },
  { kind: "policy", path: "/policies/zj-land-regulation/" },
  { kind: "story", path: "/stories/jingrui-electronics/" },
  { kind: "map", path: "/maps/industry-chain/" },
  { kind: "list", path: "/policies/" },
  { kind: "narrowed", path: "/policies/topic/land/" },
  { kind: "stories", path: "/stories/" },
  { kind: "page", path: "/guide/not-published/" },
  { kind: "ask", path: "/ask/" },
  { kind: "answered", path: "/ask?q=%E4%B8%8A%E6%B5%B7%E5%BC%A0%E6%B1%9F%E9%A3%9E%E5%9C%B0%E6%9C%89%E5%A4%9A%E5%A4%A7%EF%BC%9F" },
  { kind: "about", path: "/ask?about=%2Fpolicies%2Fzj-land-regulation%2F" },
  { kind: "search", path: "/search/" },
  { kind: "found", path: "/search?q=%E9%A3%9E%E5%9C%B0" },
  { kind: "site-map", path: "/site-map/" },
];

/** squeezed is text without white space, in which Chinese and digits are set differently from page to page. */
export function squeezed(text: string | null): string {
  return (text ?? "").replace(/\s+/g, "");
}

/** clauseText is what stands under the heading that the page's address names. */
export function clauseText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const heading = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!heading) return "";
    const range = document.createRange();
    range.setStartBefore(heading);
    const headings = [...document.querySelectorAll("main h2, main h3")];
    const next = headings.find((h) => heading.compareDocumentPosition(h) & Node.DOCUMENT_POSITION_FOLLOWING);
    if (next) range.setEndBefore(next);
    else range.setEndAfter(document.querySelector("main")!);
    return range.toString();
  });
}
