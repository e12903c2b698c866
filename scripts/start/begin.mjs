import { checkDisk, checkFolder, checkPort, checkVersions } from "./checks.mjs";
import { readOptions } from "./options.mjs";
import { ensureProject } from "./project.mjs";
import { bold, explainEnd, step } from "./steps.mjs";
import { understood } from "./trouble.mjs";

/** First half of `npm start`, on whatever Node there is: check the machine, install, go on under Node 24. */
export async function begin() {
  try {
    const options = readOptions(process.argv.slice(2));
    if (process.env.NAGA_SECOND_HALF !== "1") {
      console.log(`\n${bold("Naga SIS")}\n`);
      await step("This machine", async (note) => {
        const versions = checkVersions();
        checkFolder(options.folder);
        const disk = checkDisk(options.folder);
        await checkPort(options.port, options.host, options.runFile);
        note([versions, disk].filter(Boolean).join(", "));
      });
    }
    if (!(await ensureProject("scripts/start.mjs"))) return;
    const { runCampus } = await import("./campus.mjs");
    await runCampus(options);
  } catch (error) {
    explainEnd(understood(error));
    process.exit(1);
  }
}
