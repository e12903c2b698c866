import { defineConfig, devices } from "@playwright/test";
import { anyFree } from "../../scripts/start/ports.mjs";
import { findChromium } from "../../scripts/test/chromium.mjs";

// Workers load this file again and inherit what the first process chose.
if (!process.env.NAGA_TEST_URL) {
  process.env.NAGA_TEST_PORT = String(await anyFree());
  process.env.NAGA_TEST_URL = `http://localhost:${process.env.NAGA_TEST_PORT}`;
  process.env.NAGA_TEST_KEYCLOAK_PORT = String(await anyFree());
}
process.env.NAGA_CHROMIUM ??= await findChromium();

/** The production build beside a real Keycloak with the realm file of `deploy/keycloak`. */
export default defineConfig({
  testDir: ".",
  outputDir: "../../test-results/keycloak",
  globalSetup: "./setup.ts",
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  retries: process.env.CI ? 1 : 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [
    ["list"],
    ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? "../../reports/keycloak.json" }],
  ],
  projects: [
    { name: "up", testIgnore: "down.spec.ts" },
    // Stops Keycloak under everybody's feet, so it comes when nobody else is there.
    { name: "down", testMatch: "down.spec.ts", dependencies: ["up"], fullyParallel: false, workers: 1 },
  ],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: process.env.NAGA_TEST_URL,
    locale: "en-GB",
    timezoneId: "Asia/Phnom_Penh",
    trace: "on-first-retry",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.NAGA_CHROMIUM,
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    },
  },
});
