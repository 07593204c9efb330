import { expect, test, type Page } from "@playwright/test";

const shown = (page: Page) => page.locator("#policies li:visible");

test("a list is filtered in place, the filters add up, and the address keeps them", async ({ page }) => {
  await page.goto("/list/");
  await expect(page.locator("output")).toHaveText("3 条");
  await page.getByRole("link", { name: "土地" }).click();
  await expect(shown(page)).toHaveText(["一", "二"]);
  await expect(page.locator("output")).toHaveText("2 条");
  await expect(page.getByRole("link", { name: "土地" })).toHaveAttribute("aria-current", "true");
  await expect(page.getByRole("link", { name: "全部" })).toHaveAttribute("aria-current", "false");
  await page.getByRole("link", { name: "已失效" }).click();
  await expect(shown(page)).toHaveText(["二"]);
  await expect(page).toHaveURL("/list/?topic=land&status=expired");
  await page.reload();
  await expect(shown(page)).toHaveText(["二"]);
  await page.getByRole("link", { name: "全部" }).click();
  await page.getByRole("link", { name: "不限" }).click();
  await expect(shown(page)).toHaveCount(3);
});

test("a link opened in a new tab leaves the list alone", async ({ page, context }) => {
  await page.goto("/list/");
  const opened = context.waitForEvent("page");
  await page.getByRole("link", { name: "土地" }).click({ modifiers: ["ControlOrMeta"] });
  await opened;
  await expect(shown(page)).toHaveCount(3);
});
