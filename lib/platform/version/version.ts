import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";

let known: string | undefined;

/** The id of the build that this process serves; browsers compare it with the one they were loaded from. */
export function runningVersion(): string {
  known ??= process.env.NAGA_DEPLOYMENT_ID || buildId();
  return known;
}

function buildId(): string {
  try {
    return readFileSync(join(/* turbopackIgnore: true */ process.cwd(), ".next", "BUILD_ID"), "utf8").trim();
  } catch {
    return "development";
  }
}
