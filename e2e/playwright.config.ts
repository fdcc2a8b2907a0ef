// How the browser tests run: two workers, the system's Chromium, the real server.
import { defineConfig } from "@playwright/test";
import { chromiumPath } from "./support/environment";

const shots = process.env.VERBUND_SHOTS === "1";

export default defineConfig({
  testDir: "tests",
  outputDir: "test-results",
  globalSetup: "./support/template.ts",
  fullyParallel: true,
  workers: 2,
  forbidOnly: process.env.CI === "true",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [
    ["list"],
    ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? "test-results/report.json" }],
  ],
  use: {
    locale: "de-DE",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1280, height: 800 },
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: chromiumPath(),
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: shots
    ? [{ name: "shots", testMatch: "shots.ts" }]
    : [{ name: "browser", testMatch: "*.spec.ts" }],
});
