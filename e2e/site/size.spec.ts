import { get, type IncomingMessage } from "node:http";
import { expect, PAGES, path, test } from "./visit";

// What pages weigh as they come over the wire, in bytes; 1 KB is 1000 here, so that nobody is let off the odd 24.
const HOME = 60_000; // with all that it loads, compressed
const SCRIPT = 15_000; // all scripts of the site, uncompressed
const STYLES = 25_000; // all stylesheets of the site, uncompressed

/** received is how many bytes of body came for an address, with the compressions that a browser takes. */
function received(url: string): Promise<number> {
  const count = (response: IncomingMessage, done: (bytes: number) => void) => {
    let bytes = 0;
    response.on("data", (chunk: Buffer) => (bytes += chunk.length)).on("end", () => done(bytes));
  };
  return new Promise((resolve, reject) => get(url, { headers: { "Accept-Encoding": "gzip, br" } }, (r) => count(r, resolve)).on("error", reject));
}

for (const lang of ["zh", "en"] as const) {
  test(`the home page is at most 60 KB with everything on it: ${lang}`, async ({ page }) => {
    const loaded: string[] = [];
    page.on("response", (response) => loaded.push(response.url()));
    await page.goto(path(lang, "/"), { waitUntil: "networkidle" });
    const sizes = await Promise.all([...new Set(loaded)].filter((url) => url.startsWith("http")).map(async (url) => ({ url, bytes: await received(url) })));
    const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
    console.log(`home ${lang}: ${total} bytes in ${sizes.length} files`);
    expect(sizes.length).toBeGreaterThan(2);
    expect(total, JSON.stringify(sizes)).toBeLessThanOrEqual(HOME);
  });
}

test("the scripts are at most 15 KB in all, the stylesheets at most 25 KB in all, and no page sets a cookie", async ({ page, context, request }) => {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  for (const { path: zh } of PAGES) {
    await page.goto(zh);
    for (const src of await page.evaluate(() => [...document.scripts].flatMap((script) => script.src || []))) scripts.add(src);
    for (const href of await page.evaluate(() => [...document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]")].map((link) => link.href))) styles.add(href);
  }
  const size = async (urls: Iterable<string>) => {
    let total = 0;
    for (const url of urls) total += (await (await request.get(url)).body()).length;
    return total;
  };
  console.log(`scripts ${await size(scripts)} bytes, styles ${await size(styles)} bytes`);
  expect(await size(scripts)).toBeGreaterThan(0);
  expect(await size(scripts)).toBeLessThanOrEqual(SCRIPT);
  expect(styles.size, "the common stylesheet and that of the maps").toBe(2);
  expect(await size(styles)).toBeLessThanOrEqual(STYLES);
  expect(await context.cookies()).toEqual([]);
});
