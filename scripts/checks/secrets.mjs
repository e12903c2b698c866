// No password or key in the repository: secretlint over every file that git knows or would take.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root, withProjectPath } from "../start/processes.mjs";

const binary = /\.(png|ico|jpg|webp|woff2|ttf|pdf|xlsx|zip)$|^package-lock\.json$/;

/** @returns {string[]} */
function candidates() {
  try {
    const list = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], {
      cwd: root,
      encoding: "utf8",
    });
    return list.split("\n").filter((path) => path && !binary.test(path) && existsSync(join(root, path)));
  } catch {
    return [];
  }
}

const files = candidates();
const args = files.length > 0 ? ["--no-glob", ...files] : ["**/*"];
const { status } = spawnSync(
  process.execPath,
  [join(root, "node_modules/secretlint/bin/secretlint.js"), ...args],
  {
    cwd: root,
    stdio: "inherit",
    env: withProjectPath(),
  },
);
console.log(`${files.length || "all"} files`);
process.exitCode = status ?? 1;
