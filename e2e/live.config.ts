import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { chromium } from "./chromium";

const port = Number(process.env.LVGU_E2E_LIVE_PORT ?? 38614);

/** CONTENT is the copy of the content that the tests edit. */
export const CONTENT = join(tmpdir(), `lvgu-e2e-content-${port}`);

/** A preview of a folder that is edited while it runs, as staff meet it. One edit at a time: there is one folder. */
export default defineConfig({
  testDir: "live",
  outputDir: "test-results/live",
  workers: 1,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 60_000 },
  reporter: [["list"]],
  use: { baseURL: `http://127.0.0.1:${port}`, locale: "zh-CN", launchOptions: chromium, trace: "off" },
  webServer: {
    command: `rm -rf "${CONTENT}" && cp -R ../content "${CONTENT}" && exec ../bin/lvgu serve --preview --content "${CONTENT}" --addr 127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}/readyz`,
    env: { LVGU_ANSWER_RATE: "0", LVGU_LOG_LEVEL: "error" },
    gracefulShutdown: { signal: "SIGTERM", timeout: 5_000 },
    reuseExistingServer: false,
  },
});
