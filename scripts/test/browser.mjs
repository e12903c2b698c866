import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root, runToEnd, withProjectPath } from "../start/processes.mjs";
import { findChromium } from "./chromium.mjs";

const report = join(root, "reports/browser.json");

/**
 * Playwright on the production build with the small demo campus; `tests/setup/browser-campus.ts` brings that up.
 *
 * @param {import("./suites.mjs").Request} request
 * @returns {Promise<import("./suites.mjs").Counts>}
 */
export async function runBrowser({ filters, loud }) {
  if (!existsSync(join(root, "tests/e2e"))) return { passed: 0, failed: 0, skipped: 0 };
  /** @type {string} */
  let chromium;
  try {
    chromium = await findChromium();
  } catch (error) {
    if (process.env.CI) throw error;
    console.log(`  The browser tests are skipped. ${/** @type {Error} */ (error).message}`);
    return { passed: 0, failed: 0, skipped: 1 };
  }
  return runPlaywright(["test", ...projects(filters), ...filters], {
    what: "browser",
    report,
    chromium,
    loud,
  });
}

/**
 * `npm test` is for every hour and takes under ten minutes: whatever the day's work hangs on. The other pages, every page
 * in every look, and the attacks on the front door run in CI and when asked for.
 *
 * @param {readonly string[]} filters
 */
function projects(filters) {
  if (process.env.CI || filters.length > 0) return [];
  console.log(
    "  Left for CI: most pages, their looks, and the attacks on the front door (npm test -- tests/e2e).",
  );
  return ["access", "core"].map((name) => `--project=${name}`);
}

/**
 * Runs Playwright and counts what it reports.
 *
 * @param {string[]} args
 * @param {{ what: string, report: string, chromium: string, loud: boolean }} options
 * @returns {Promise<import("./suites.mjs").Counts>}
 */
export async function runPlaywright(args, { what, report, chromium, loud }) {
  rmSync(report, { force: true });
  try {
    const said = await runToEnd(join(root, "node_modules/.bin/playwright"), args, {
      what,
      lines: 400,
      env: withProjectPath({
        ...process.env,
        NAGA_CHROMIUM: chromium,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
        NO_COLOR: "1",
        FORCE_COLOR: undefined,
      }),
      onLine: process.env.CI ? undefined : progress,
    });
    if (loud) console.log(said.trim());
  } catch (error) {
    console.log(/** @type {Error} */ (error).message);
    if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  }
  return count(JSON.parse(readFileSync(report, "utf8")));
}

/** @param {string} line */
function progress(line) {
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[2K  ${line.slice(0, 100)}`);
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} result
 * @returns {import("./suites.mjs").Counts}
 */
function count({ stats, errors }) {
  const { expected: passed, unexpected, flaky, skipped } = stats;
  // What passes at a second try is reported by Playwright as flaky; it is no reason to hold a push back.
  return { passed: passed + flaky, failed: unexpected + errors.length, skipped };
}
