import { defineConfig } from "@playwright/test";
import { chromium } from "./chromium";

const port = Number(process.env.LVGU_E2E_COMPONENT_PORT ?? 38611);

/** The components in a browser against the fake server: streams that stall, break off or lie. */
export default defineConfig({
  testDir: "component",
  outputDir: "test-results/component",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  reporter: [["list"]],
  use: { baseURL: `http://127.0.0.1:${port}`, locale: "zh-CN", launchOptions: chromium, trace: "retain-on-failure" },
  webServer: { command: `node fake-server/server.mjs ${port}`, url: `http://127.0.0.1:${port}/`, reuseExistingServer: false },
});
