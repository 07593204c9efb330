import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "./look";
import { expect, path, squeezed, test, type Lang } from "./visit";

const LANGS: Lang[] = ["zh", "en"];

/** MAPS are the five maps, each with a link from its table and what must stand in its pictures and tables. */
const MAPS: { slug: string; link: string; says: { zh: RegExp; en: RegExp } }[] = [
  { slug: "industry-chain", link: "/stories/jingrui-electronics/", says: { zh: /11个项目，304\.5亿元（2022年6月）/, en: /11projects,RMB30\.45billion\(June2022\)/ } },
  { slug: "layout", link: "/enclaves/suzhou/", says: { zh: /苏州.*计划/, en: /Suzhou.*Planned/ } },
  { slug: "policy", link: "/policies/zj-land-regulation/#", says: { zh: /进入/, en: /Entry/ } },
  { slug: "campaign", link: "/funds/how-funds-attract/#results", says: { zh: /靠基金招商引进9个项目/, en: /Fundsbrought9projects/ } },
  { slug: "progress", link: "/stories/jingrui-electronics/#milestones", says: { zh: /晶睿电子/, en: /JingruiElectronics/ } },
];

/** expectHeaded looks whether a table has a name, and whether its headings say which cells they head. */
async function expectHeaded(table: Locator): Promise<void> {
  await expect(table.locator("caption")).toHaveText(/\S/);
  await expect(table.locator("th:not([scope])")).toHaveCount(0);
  await expect(table.locator("tbody:not(:has(th))")).toHaveCount(0);
}

async function width(page: Page): Promise<number> {
  await page.setViewportSize({ width: 320, height: 640 });
  return page.evaluate(() => document.documentElement.scrollWidth);
}

for (const lang of LANGS) {
  for (const { slug, link, says } of MAPS) {
    const address = path(lang, `/maps/${slug}/`);

    test(`${address}: picture, table, and a link from a cell`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(address);
      for (const picture of await page.locator("main svg[role=img]").all()) {
        const words = await picture.getAttribute("aria-labelledby");
        for (const id of words!.split(" ")) await expect(picture.locator(`#${id}`)).toHaveText(/\S/);
      }
      const pictures = await page.locator("main svg[role=img]").allTextContents();
      expect(squeezed(pictures.join(" "))).toMatch(says[lang]);
      const tables = page.locator("main table");
      await expect(tables).not.toHaveCount(0);
      for (const table of await tables.all()) await expectHeaded(table);
      expect(squeezed((await tables.allTextContents()).join(" "))).toMatch(says[lang]);

      const cell = tables.locator(`tbody a[href^="${path(lang, link)}"]`).first();
      await cell.click();
      await expect(page).toHaveURL((url) => `${url.pathname}${url.hash}`.startsWith(path(lang, link)));
      const hash = new URL(page.url()).hash;
      if (hash) await expect(page.locator(hash)).toBeInViewport();
      await expect(page.locator("html")).toHaveAttribute("lang", lang === "zh" ? "zh-CN" : "en");
      await context.close();
    });

    test(`${address}: accessible, narrow, and on paper`, async ({ page }) => {
      await page.goto(address);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        await expectAccessible(page, colorScheme);
      }
      expect.soft(await width(page), "width at 320 px").toBeLessThanOrEqual(320);
      expect.soft(await captionsInSight(page), "names of tables that scroll away").toBe(true);
      expect.soft(await overflowing(page), "texts that run out of their picture at 320 px").toEqual([]);
      await page.evaluate(() => (document.documentElement.dataset["elder"] = ""));
      expect.soft(await overflowing(page), "the same in the elderly mode").toEqual([]);

      const pdf = await page.pdf({ preferCSSPageSize: true });
      const sizes = [...pdf.toString("latin1").matchAll(/\/MediaBox \[0 0 (\d+)[\d.]* (\d+)/g)].map(([, w, h]) => `${w} x ${h}`);
      expect(new Set(sizes), "A4 landscape, in points").toEqual(new Set(["841 x 594"]));
    });
  }
}

/** captionsInSight says whether every table still shows its whole name when it is scrolled to its end. */
function captionsInSight(page: Page): Promise<boolean> {
  return page.locator(".table-scroll:has(caption)").evaluateAll((tables) =>
    tables.every((table) => {
      table.scrollLeft = table.scrollWidth;
      const box = table.getBoundingClientRect();
      const name = table.querySelector("caption")!.getBoundingClientRect();
      return name.left >= box.left - 1 && name.right <= box.right + 1;
    }),
  );
}

/** overflowing are the texts of pictures that are wider than the picture. */
function overflowing(page: Page): Promise<string[]> {
  return page.locator("main svg[role=img]").evaluateAll((pictures) =>
    pictures.flatMap((picture) => {
      const right = picture.getBoundingClientRect().right + 1;
      return [...picture.querySelectorAll("text")].filter((text) => text.getBoundingClientRect().right > right).map((text) => text.textContent ?? "");
    }),
  );
}

test("the progress map computes the months between milestones", async ({ page }) => {
  await page.goto("/maps/progress/");
  const months = page.locator("tbody#jingrui-electronics tr:not(:first-child) td:nth-of-type(3)");
  await expect(months).toHaveText(["起点", "3 个月", "5 个月", "10 个月", "12 个月"]);
});

test("the policy map keeps what has ended apart", async ({ page }) => {
  await page.goto("/maps/policy/");
  const stages = page.locator("section.map-stage:not(:has(#ended))");
  await expect(stages).toHaveCount(3);
  await expect(stages.locator('.status[data-status="expired"]')).toHaveCount(0);
  await expect(page.locator('section.map-stage:has(#ended) .status[data-status="expired"]')).not.toHaveCount(0);
});
