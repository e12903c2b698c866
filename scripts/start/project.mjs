import { spawn } from "node:child_process";
import { join } from "node:path";
import { install, isInstalled } from "./install.mjs";
import { projectNode, root, withProjectPath } from "./processes.mjs";
import { explainEnd, step } from "./steps.mjs";
import { understood } from "./trouble.mjs";

/**
 * Installs what is missing and goes on under Node 24.
 *
 * @param {string} entry the script that asks, relative to the root
 * @returns {Promise<boolean>} true where this process is the one that goes on; false never returns control
 */
export async function ensureProject(entry) {
  try {
    if (!isInstalled()) await step("Packages", install);
  } catch (error) {
    explainEnd(understood(error));
    process.exit(1);
  }
  if (process.versions.node.startsWith("24.")) return true;
  return continueUnderProjectNode(entry);
}

/**
 * The channel between the two halves tells the second one when the first was killed.
 *
 * @param {string} entry
 * @returns {Promise<never>}
 */
function continueUnderProjectNode(entry) {
  const child = spawn(projectNode, [join(root, entry), ...process.argv.slice(2)], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...withProjectPath(), NAGA_SECOND_HALF: "1" },
  });
  // The terminal sends Ctrl-C to both; what is sent to this process alone is passed on.
  process.on("SIGINT", () => undefined);
  for (const signal of /** @type {const} */ (["SIGTERM", "SIGHUP"]))
    process.on(signal, () => child.kill(signal));
  child.once("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
  child.once("error", (error) => {
    explainEnd(
      new Error(`Node 24 could not be started (${error.message}). Delete node_modules and try again.`),
    );
    process.exit(1);
  });
  return new Promise(() => undefined);
}
