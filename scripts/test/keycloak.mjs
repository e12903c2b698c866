import { join } from "node:path";
import { root } from "../start/processes.mjs";
import { runPlaywright } from "./browser.mjs";
import { findChromium } from "./chromium.mjs";
import { findKeycloak } from "./keycloak-distribution.mjs";

/**
 * Playwright on the production build beside a real Keycloak: in CI, and when asked for. Where there is then no Java, or
 * no way to the distribution, it is left out and says so; in CI nothing is left out.
 *
 * @param {import("./suites.mjs").Request} request
 * @returns {Promise<import("./suites.mjs").Counts>}
 */
export async function runKeycloak({ filters, loud }) {
  if (!process.env.CI && filters.length === 0) {
    console.log("  Left for CI: the sign-in through the real Keycloak (npm test -- tests/keycloak).");
    return { passed: 0, failed: 0, skipped: 0 };
  }
  /** @type {string} */
  let chromium;
  try {
    chromium = await findChromium();
    await findKeycloak((text) => console.log(`  ${text}`));
  } catch (error) {
    if (process.env.CI) throw error;
    console.log(`  The tests with the real Keycloak are left out. ${/** @type {Error} */ (error).message}`);
    return { passed: 0, failed: 0, skipped: 1 };
  }
  const config = ["--config", join(root, "tests/keycloak/playwright.config.ts")];
  const report = join(root, "reports/keycloak.json");
  return runPlaywright(["test", ...config, ...filters], { what: "keycloak", report, chromium, loud });
}
