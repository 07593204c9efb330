import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { CONTENT } from "../live.config";
import { expect, test } from "../site/visit";

const FILE = "stories/linjiang-machinery.md";

/** story is a success story as staff write it. */
function story(months: number): string {
  return `---
title: 临江机械：厂房建了 ${months} 个月
summary: 临江机械的厂房建了 ${months} 个月（2025 年）。
date: 2026-01-01
asOf: "2025"
sources:
  - {id: s1, title: 测试用的材料, publisher: 本站, date: "2025", confidence: B}
keywords: [临江机械]
company: 临江机械
---
## 建设用时 {#speed asof="2025" source="s1"}
临江机械的厂房从开工到投产用了 ${months} 个月（2025 年）。
`;
}

function write(text: string): void {
  writeFileSync(join(CONTENT, FILE), text);
}

/** timed notes how long after an edit something shows; how fast is for benchmarks, that it does is for this test. */
async function timed(what: string, shows: () => Promise<void>): Promise<void> {
  const began = Date.now();
  await shows();
  const line = `${what}: ${Date.now() - began} ms after the edit`;
  test.info().annotations.push({ type: "time", description: line });
  console.log(line);
}

async function answer(page: Page): Promise<string> {
  const response = await page.request.post("/api/answer", { data: { question: "临江机械的厂房建了多久？" } });
  return ((await response.json()) as { text: string }).text;
}

test.afterEach(() => rmSync(join(CONTENT, FILE), { force: true }));

test("a new story appears by itself; a typo keeps the last good version; mending clears it", async ({ page }) => {
  const banner = page.locator('[data-module="preview"]');
  await page.goto("/stories/");
  await expect(banner).toContainText("内容没有错误");

  await timed("a new story in the list and in the answers", async () => {
    write(story(9));
    await expect(page.locator("main").getByText("临江机械：厂房建了 9 个月").first()).toBeVisible();
    expect(await answer(page)).toContain("9 个月");
  });

  await page.goto("/stories/linjiang-machinery/");
  await timed("an edit on the page", async () => {
    write(story(8));
    await expect(page.locator("main h1")).toContainText("8 个月");
  });

  await timed("a typo in the front matter", async () => {
    write(story(7).replace("summary:", "sumary:"));
    await expect(banner).toHaveAttribute("data-errors", "2");
  });
  await expect(banner.getByRole("alert")).toContainText("上一个没有错误的版本");
  await expect(banner.locator(".preview-here")).toContainText(`${FILE}:3`);
  await expect(banner.locator(".preview-here")).toContainText("是不是“summary”？");
  await expect(page.locator("main h1")).toContainText("8 个月");
  expect(await answer(page)).toContain("8 个月");

  // Every page says it, and the page at fault where: the fault of a clause stands under its heading.
  write(story(7) + "\n见[那里](/stories/nowhere.md)。\n");
  await expect(page.locator("#speed + .preview-mark")).toContainText("/stories/nowhere.md");
  await page.goto("/");
  await expect(banner.locator(".preview-others")).toContainText(`${FILE}:14`);

  await page.goto("/stories/linjiang-machinery/");
  await timed("mended", async () => {
    write(story(7));
    await expect(page.locator("main h1")).toContainText("7 个月");
  });
  await expect(banner).not.toHaveAttribute("data-errors");
  await expect(page.locator(".preview-mark")).toHaveCount(0);
  expect(await answer(page)).toContain("7 个月");
});

test("what a draft asks its author for stands on its page", async ({ page }) => {
  write(story(9).replace("company: 临江机械", "company: 【待填写：企业全称】\ndraft: true"));
  const banner = page.locator('[data-module="preview"]');
  // Not before this very draft is live: what the test before has left behind may still be, or may just have gone.
  await expect.poll(async () => (await page.request.get("/stories/linjiang-machinery/")).text()).toContain("【待填写：企业全称】");
  await page.goto("/stories/linjiang-machinery/");
  await expect(banner.locator(".preview-here")).toContainText("“company”还没有填写：企业全称");
  await expect(page.locator("main")).toContainText("【待填写：企业全称】");
});
