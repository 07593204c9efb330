import { expect, test } from "@playwright/test";

test("the elderly mode is kept across pages until it is switched off", async ({ page }) => {
  await page.goto("/");
  const button = page.getByRole("button", { name: "长辈模式" });
  const html = page.locator("html");
  await expect(button).toHaveAttribute("aria-pressed", "false");
  await button.click();
  await expect(html).toHaveAttribute("data-elder");
  await page.goto("/clause/");
  await expect(html).toHaveAttribute("data-elder");
  await expect(button).toHaveAttribute("aria-pressed", "true");
  await button.click();
  await expect(html).not.toHaveAttribute("data-elder");
  await page.reload();
  await expect(button).toHaveAttribute("aria-pressed", "false");
});

test("a clause's link copies its address, says so, and still leads there", async ({ page, context, baseURL }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.clock.install();
  await page.goto("/clause/");
  const link = page.locator("a.copy-link");
  await link.click();
  await expect(link).toHaveAttribute("data-state", "copied");
  await expect(page.locator("[role=log]", { hasText: "链接已复制" })).toHaveCount(1);
  await expect(page).toHaveURL("/clause/#art-3");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${baseURL}/clause/#art-3`);
  await page.clock.fastForward(2000);
  await expect(link).not.toHaveAttribute("data-state");
});
