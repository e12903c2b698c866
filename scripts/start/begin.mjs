import { spawn } from "node:child_process";
import { join } from "node:path";
import { checkDisk, checkFolder, checkPort, checkVersions } from "./checks.mjs";
import { install, isInstalled } from "./install.mjs";
import { readOptions } from "./options.mjs";
import { projectNode, root, withProjectPath } from "./processes.mjs";
import { bold, explainEnd, step } from "./steps.mjs";

/** First half of `npm start`, on whatever Node there is: check the machine, install, go on under Node 24. */
export async function begin() {
  try {
    const options = readOptions(process.argv.slice(2));
    if (process.env.NAGA_SECOND_HALF !== "1") {
      console.log(`\n${bold("Naga SIS")}\n`);
      await step("This machine", async (note) => {
        const versions = checkVersions();
        checkFolder(options.folder);
        const disk = checkDisk();
        await checkPort(options.port, options.host, options.runFile);
        note([versions, disk].filter(Boolean).join(", "));
      });
      if (!isInstalled()) await step("Packages", install);
      if (!isProjectNode()) return await continueUnderProjectNode();
    }
    const { runCampus } = await import("./campus.mjs");
    await runCampus(options);
  } catch (error) {
    explainEnd(error);
    process.exit(1);
  }
}

/** Any release of the line that the lock file names will do. */
function isProjectNode() {
  return process.versions.node.startsWith("24.");
}

/** The channel between the two halves tells the second one when the first was killed. */
function continueUnderProjectNode() {
  const child = spawn(projectNode, [join(root, "scripts/start.mjs"), ...process.argv.slice(2)], {
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
      new Error(
        `Node 24 could not be started (${error.message}). Delete node_modules and run npm start again.`,
      ),
    );
    process.exit(1);
  });
  return new Promise(() => undefined);
}
