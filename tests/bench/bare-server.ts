import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root, serve } from "./processes";

export const BARE = "http://localhost:8091";

/** The bare pages of `tests/bench/bare`, built when they are not, served at `BARE`: the reference of the others. */
export async function startBare() {
  const cwd = join(root, "tests/bench/bare");
  const next = join(root, "node_modules/next/dist/bin/next");
  if (!existsSync(join(cwd, ".next/BUILD_ID"))) {
    execFileSync(process.execPath, [next, "build"], { cwd, stdio: "inherit" });
  }
  return serve([next, "start", "-p", "8091"], {
    cwd,
    ready: BARE,
    minutes: 1,
    env: { NODE_ENV: "production" },
  });
}
