import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root, runToEnd, withProjectPath } from "../start/processes.mjs";
import { dim, green, red } from "../start/steps.mjs";
import { runBrowser } from "./browser.mjs";
import { runKeycloak } from "./keycloak.mjs";

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ filters: string[], loud: boolean }} Request
 */

const bin = (/** @type {string} */ name) => join(root, "node_modules/.bin", name);

/** @type {Record<string, (request: Request) => Promise<Counts>>} */
export const suites = {
  types: async () => {
    await runToEnd(bin("next"), ["typegen"], { what: "Types of the routes", env: environment() });
    return checks({ "types of every file": [bin("tsc"), "--noEmit", "-p", "."] });
  },
  lint: () =>
    checks({
      "style and mistakes (biome)": [bin("biome"), "ci", "--colors=off", "."],
      "structure (dependency-cruiser)": [process.execPath, "scripts/checks/structure.mjs"],
      "nothing unused (knip)": [bin("knip"), "--no-progress"],
      "no secrets (secretlint)": [process.execPath, "scripts/checks/secrets.mjs"],
    }),
  unit: (request) => vitest("unit", request),
  architecture: (request) => vitest("architecture", request),
  integration: (request) => vitest("integration", request),
  browser: runBrowser,
  keycloak: runKeycloak,
};

/** @returns {NodeJS.ProcessEnv} */
function environment() {
  return withProjectPath({
    ...process.env,
    NO_COLOR: "1",
    FORCE_COLOR: undefined,
    NEXT_TELEMETRY_DISABLED: "1",
  });
}

/**
 * Each check counts as one test; two run at a time.
 *
 * @param {Record<string, string[]>} commands
 * @returns {Promise<Counts>}
 */
async function checks(commands) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const waiting = Object.entries(commands);
  const check = async (/** @type {string} */ title, /** @type {string[]} */ [program = "", ...args]) => {
    const started = performance.now();
    const time = () => dim(`${((performance.now() - started) / 1000).toFixed(1)} s`);
    try {
      await runToEnd(program, args, { what: title, env: environment(), lines: 200 });
      counts.passed += 1;
      console.log(`  ${green("✓")} ${title} ${time()}`);
    } catch (error) {
      counts.failed += 1;
      console.log(`  ${red("✗")} ${title} ${time()}\n${/** @type {Error} */ (error).message}`);
    }
  };
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await check(...next);
  };
  await Promise.all([lane(), lane()]);
  return counts;
}

/**
 * @param {string} project
 * @param {Request} request
 * @returns {Promise<Counts>}
 */
async function vitest(project, { filters, loud }) {
  const report = join(root, `reports/${project}.json`);
  rmSync(report, { force: true });
  const args = [
    "run",
    "--project",
    project,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
    "--passWithNoTests",
  ];
  let ended = "well";
  try {
    const said = await runToEnd(bin("vitest"), [...args, ...filters], {
      what: project,
      env: environment(),
      lines: 400,
    });
    if (loud) console.log(said.trim());
  } catch (error) {
    ended = "badly";
    console.log(/** @type {Error} */ (error).message);
    if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  }
  const counts = count(JSON.parse(readFileSync(report, "utf8")));
  // An error outside any test is a failure too.
  return ended === "badly" && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/**
 * A file that cannot be loaded holds no test that could fail: it counts as one.
 *
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, testResults: { status: string, assertionResults: unknown[] }[] }} report
 * @returns {Counts}
 */
function count(report) {
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}
