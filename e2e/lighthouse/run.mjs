// Audits the built program with Lighthouse's mobile preset and prints its scores: node lighthouse/run.mjs [PORT]. Ends with 1
// when a score is below 100, and names the audits that cost points. Of each page the run with the median performance counts;
// on a busy machine that score still says little, for blocking time is measured, not computed.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const PAGES = {
  home: "/",
  cluster: "/clusters/semiconductor/",
  policy: "/policies/zj-land-regulation/",
  story: "/stories/jingrui-electronics/",
  map: "/maps/industry-chain/",
  ask: "/ask/",
};
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const RUNS = 3; // as Lighthouse advises against chance
const READY_TRIES = 240; // a quarter of a second each: a loaded machine takes a while to build the site

const port = Number(process.argv[2] ?? 38613);
const base = `http://127.0.0.1:${port}`;
const program = fileURLToPath(new URL("../../bin/lvgu", import.meta.url));

async function ready() {
  for (let i = 0; i < READY_TRIES; i++) {
    const ok = await fetch(`${base}/readyz`).then((response) => response.ok, () => false);
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`${base} is not ready`);
}

async function audit(url, chrome) {
  const runs = [];
  // A trace that was not recorded says nothing of the page: it is taken again, though not for ever.
  for (let tries = 0; runs.length < RUNS && tries < 2 * RUNS; tries++) {
    const { lhr } = await lighthouse(url, { port: chrome.port, output: "json", logLevel: "error", onlyCategories: CATEGORIES });
    if (lhr.runtimeError) console.error(`${url}: ${lhr.runtimeError.message}`);
    else runs.push(lhr);
  }
  if (runs.length === 0) throw new Error(`${url} could not be audited`);
  const lhr = runs.sort((a, b) => a.categories.performance.score - b.categories.performance.score)[Math.floor(runs.length / 2)];
  const scores = CATEGORIES.map((name) => Math.round(lhr.categories[name].score * 100));
  const costly = CATEGORIES.flatMap((name) => lhr.categories[name].auditRefs)
    .filter(({ id, weight }) => weight > 0 && lhr.audits[id].score !== null && lhr.audits[id].score < 1)
    .map(({ id }) => `${id} ${lhr.audits[id].displayValue ?? ""}`.trim());
  const metric = (id) => lhr.audits[id].displayValue;
  return { scores, costly, metrics: ["first-contentful-paint", "largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift"].map(metric) };
}

const server = spawn(program, ["serve", "--addr", `127.0.0.1:${port}`, "--base-url", `${base}/`], { stdio: "inherit", env: { ...process.env, LVGU_LOG_LEVEL: "warn" } });
const chrome = await launch({
  chromePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
});
let below = 0;
try {
  await ready();
  console.log(["page".padEnd(8), ...CATEGORIES, "FCP", "LCP", "TBT", "CLS"].join("  "));
  for (const [name, path] of Object.entries(PAGES)) {
    const { scores, costly, metrics } = await audit(base + path, chrome);
    console.log([name.padEnd(8), ...scores.map((score, i) => `${score}`.padStart(CATEGORIES[i].length)), ...metrics].join("  "));
    for (const line of costly) console.log(`          ${line}`);
    below += scores.filter((score) => score < 100).length;
  }
} finally {
  await chrome.kill();
  server.kill();
  await once(server, "exit");
}
process.exit(below > 0 ? 1 : 0);
