import { defineConfig } from "@playwright/test";
import { chromium } from "./chromium";

const port = Number(process.env.LVGU_E2E_PORT ?? 38612);

/** The built program, as visitors meet it. Traces are off: they take longer than the tests. */
export default defineConfig({
  testDir: "site",
  outputDir: "test-results/site",
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 120_000,
  reporter: [["list"]],
  use: { baseURL: `http://127.0.0.1:${port}`, locale: "zh-CN", launchOptions: chromium, trace: "off" },
  webServer: {
    command: `../bin/lvgu serve --addr 127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}/readyz`,
    env: { LVGU_ANSWER_RATE: "0", LVGU_LOG_LEVEL: "warn" }, // all tests come from one address
    reuseExistingServer: false,
  },
});
