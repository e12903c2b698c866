import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { generateClient } from "../start/build.mjs";
import { root } from "../start/processes.mjs";
import { dim, explainEnd, green, red, step } from "../start/steps.mjs";
import { affectedBy, changedFiles } from "./affected.mjs";
import { plan } from "./plan.mjs";
import { suites } from "./suites.mjs";

/**
 * Runs the suites that the arguments ask for. The last line is the sum; the exit code is 1 when anything failed.
 *
 * @param {string[]} args paths or names of suites; `--affected` for what the working tree changed
 */
export async function runTests(args) {
  process.env.NAGA_ENV = "test";
  mkdirSync(join(root, "reports"), { recursive: true });
  const wanted = args.includes("--affected")
    ? affectedPlan()
    : plan(args.filter((arg) => !arg.startsWith("--")));
  /** @type {{ name: string, seconds: number, passed: number, failed: number, skipped: number }[]} */
  const results = [];
  if (wanted.size > 0) await prepare();
  for (const [name, filters] of wanted) results.push(await runSuite(name, filters, args.length > 0));
  summarise(results);
}

function affectedPlan() {
  const files = changedFiles();
  const affected = affectedBy(files);
  const what = affected.everything
    ? "everything"
    : affected.domains.join(", ") || (affected.pages ? "pages" : "no code");
  console.log(`${files.length} changed files touch: ${what}\n`);
  return plan([], affected);
}

async function prepare() {
  try {
    await step("Database client", async () => generateClient());
  } catch (error) {
    explainEnd(error);
    process.exit(1);
  }
}

/**
 * @param {string} name
 * @param {string[]} filters
 * @param {boolean} loud show the output although nothing failed
 */
async function runSuite(name, filters, loud) {
  const started = performance.now();
  console.log(`\n${name}${filters.length > 0 ? dim(`  ${filters.join(" ")}`) : ""}`);
  const suite = suites[name];
  if (!suite) throw new Error(`There is no suite "${name}".`);
  const counts = await suite({ filters, loud }).catch((/** @type {Error} */ error) => {
    console.log(error.message);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  const seconds = (performance.now() - started) / 1000;
  const mark = counts.failed > 0 ? red("✗") : green("✓");
  console.log(`${mark} ${name}: ${line(counts)} ${dim(`in ${seconds.toFixed(1)} s`)}`);
  return { name, seconds, ...counts };
}

/** @param {{ passed: number, failed: number, skipped: number }} counts */
function line({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** @param {{ name: string, seconds: number, passed: number, failed: number, skipped: number }[]} results */
function summarise(results) {
  const total = results.reduce((sum, { seconds }) => sum + seconds, 0);
  const sum = results.reduce(
    (counts, one) => ({
      passed: counts.passed + one.passed,
      failed: counts.failed + one.failed,
      skipped: counts.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
  console.log(`\n${"suite".padEnd(14)}${"time".padStart(9)}${"share".padStart(8)}  tests`);
  for (const { name, seconds, ...counts } of results) {
    const share = `${Math.round((100 * seconds) / (total || 1))} %`;
    console.log(
      `${name.padEnd(14)}${`${seconds.toFixed(1)} s`.padStart(9)}${share.padStart(8)}  ${line(counts)}`,
    );
  }
  console.log(`${"".padEnd(14)}${`${total.toFixed(1)} s`.padStart(9)}\n`);
  console.log(line(sum));
  process.exit(sum.failed > 0 ? 1 : 0);
}
