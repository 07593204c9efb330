import { expect, test } from "@playwright/test";
import { Ask } from "./ask";

const ZHANGJIANG = ["上海张江飞地", "张江飞地多大？", "张江飞地有哪些企业？"];

test("what is typed into the search brings pages and questions, and choosing one opens it", async ({ page }) => {
  await page.goto("/search/");
  const field = page.getByRole("combobox", { name: "查找" });
  await expect(field).toHaveAttribute("aria-expanded", "false");
  await field.pressSequentially("张江");
  const list = page.getByRole("listbox", { name: "您可能要找" });
  await expect(list.getByRole("option")).toHaveText(ZHANGJIANG);
  await expect(field).toHaveAttribute("aria-expanded", "true");
  await list.getByRole("option").nth(1).click();
  await expect(page).toHaveURL("/clause/#art-3");
});

test("the list is walked by arrows, left by Escape, and Enter opens the entry marked", async ({ page }) => {
  await page.goto("/search/");
  const field = page.getByRole("combobox", { name: "查找" });
  const options = page.getByRole("option");
  const marked = () => page.locator("[role=option][aria-selected=true]");
  await field.pressSequentially("张江");
  await expect(options).toHaveCount(3);
  await field.press("ArrowUp");
  await expect(marked()).toHaveText(ZHANGJIANG[2]!);
  await field.press("ArrowDown");
  await expect(marked()).toHaveText(ZHANGJIANG[0]!);
  await expect(field).toHaveAttribute("aria-activedescendant", "s-list-0");
  await field.press("Escape");
  await expect(options).toHaveCount(0);
  await expect(field).toHaveValue("张江");
  await field.press("x");
  await field.press("Backspace");
  await expect(options).toHaveCount(3);
  await field.press("ArrowDown");
  await field.press("Enter");
  await expect(page).toHaveURL("/clause/");
});

test("Enter without an entry marked searches for what was typed", async ({ page }) => {
  await page.goto("/search/");
  await page.getByRole("combobox").pressSequentially("张江");
  await expect(page.getByRole("option")).toHaveCount(3);
  const request = page.waitForRequest("**/search?q=*");
  await page.getByRole("combobox").press("Enter");
  await request;
});

test("in the question field typical questions are suggested, and choosing one asks it", async ({ page }) => {
  await page.goto("/ask/");
  const ask = new Ask(page);
  await ask.input.pressSequentially("张江");
  await expect(page.getByRole("option")).toHaveText(ZHANGJIANG.slice(1));
  await page.getByRole("option").first().click();
  await ask.reaches("done");
  await expect(ask.last.locator(".turn-question")).toContainText("张江飞地多大？");
  await expect(page.getByRole("option")).toHaveCount(0);
});

test("a list that comes after the field was left, emptied or sent is not shown", async ({ page }) => {
  await page.goto("/search/");
  const field = page.getByRole("combobox");
  let release = () => {};
  await page.route("**/api/suggest*", async (route) => {
    await new Promise<void>((resolve) => (release = resolve));
    await route.continue();
  });
  const asked = page.waitForRequest("**/api/suggest*");
  await field.pressSequentially("张江");
  await asked;
  await field.blur();
  const response = page.waitForResponse("**/api/suggest*");
  release();
  await response;
  await expect(page.getByRole("listbox")).toBeHidden();
});

test("a server that refuses suggests nothing, and the form works", async ({ page }) => {
  const errors: string[] = [];
  page.on("pageerror", (error) => errors.push(error.message));
  await page.route("**/api/suggest*", (route) => route.fulfill({ status: 429, body: "no JSON" }));
  await page.goto("/ask/");
  const ask = new Ask(page);
  const refused = page.waitForResponse("**/api/suggest*");
  await ask.input.pressSequentially("张江");
  await refused;
  await expect(page.getByRole("listbox")).toBeHidden();
  await ask.input.press("Enter");
  await ask.reaches("done");
  expect(errors).toEqual([]);
});
