import { defineConfig, devices } from "@playwright/test";
import { anyFree } from "./scripts/start/ports.mjs";
import { findChromium } from "./scripts/test/chromium.mjs";

// Workers load this file again and inherit what the first process chose.
if (!process.env.NAGA_TEST_URL) {
  process.env.NAGA_TEST_PORT = String(await anyFree());
  process.env.NAGA_TEST_URL = `http://localhost:${process.env.NAGA_TEST_PORT}`;
}
process.env.NAGA_CHROMIUM ??= await findChromium();

const looks = ["shell/accessibility.spec.ts"];
/** What the day's work of every role hangs on: `npm test` runs these, CI all of them (scripts/test/browser.mjs). */
const core = [
  "registration/**/*.spec.ts",
  "sign-in/**/*.spec.ts",
  "lists/**/*.spec.ts",
  "shell/{shell,weight,offline}.spec.ts",
  "people/{students,search,import}.spec.ts",
  "approvals/**/*.spec.ts",
];
/** Everything in `security/` but what asks the common campus. */
const attacks = ["security/!(headers).spec.ts"];

export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  globalSetup: "./tests/setup/browser-campus.ts",
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  // A machine that does other work as well makes a page late now and then; on a developer's machine that shows.
  retries: process.env.CI ? 2 : 0,
  timeout: 60_000,
  reporter: [
    ["list"],
    ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? "reports/browser.json" }],
  ],
  projects: [
    // Compares all tables before and after, so nobody else may write meanwhile.
    { name: "access", testMatch: "access/**/*.spec.ts", fullyParallel: false, workers: 1 },
    { name: "core", testMatch: core, dependencies: ["access"] },
    { name: "pages", testIgnore: ["access/**", ...core, ...looks, ...attacks], dependencies: ["access"] },
    // Switches languages and themes of the people whom the others use, so it comes when they are done.
    { name: "looks", testMatch: looks, dependencies: ["core", "pages"] },
    // Each has a campus of its own, and they take as long as all others together: scripts/test/browser.mjs says when.
    { name: "attacks", testMatch: attacks },
  ],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: process.env.NAGA_TEST_URL,
    locale: "en-GB",
    timezoneId: "Asia/Phnom_Penh",
    // Recording every test would make all of them slower.
    trace: "on-first-retry",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.NAGA_CHROMIUM,
      // Chromium's sandbox refuses root, which is who runs tests in a container.
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    },
  },
});
