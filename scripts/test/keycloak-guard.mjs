// Runs Keycloak and outlives nobody: when the one who started it ends, even by SIGKILL, Keycloak and its folder go too.
// Arguments: folder to delete at the end, log file, program, its arguments.
import { spawn } from "node:child_process";
import { openSync, rmSync } from "node:fs";

const [folder = "", log = "", program = "", ...args] = process.argv.slice(2);
const out = openSync(log, "a");
// A group of its own: kc.sh and the Java it starts are signalled together.
const child = spawn(program, args, { stdio: ["ignore", out, out], detached: true });

/** @param {NodeJS.Signals} signal */
const signalGroup = (signal) => {
  try {
    process.kill(-(/** @type {number} */ (child.pid)), signal);
  } catch {
    // It is gone.
  }
};

// Tests stop and continue the group as a machine that hangs.
process.send?.(child.pid);

let ending = false;
const end = () => {
  if (ending) return;
  ending = true;
  signalGroup("SIGTERM");
  // A paused process hears nothing until it goes on.
  signalGroup("SIGCONT");
  setTimeout(() => signalGroup("SIGKILL"), 4_000).unref();
};
for (const signal of /** @type {const} */ (["SIGTERM", "SIGINT", "SIGHUP", "disconnect"]))
  process.on(signal, end);

child.once("error", () => process.exit(1));
child.once("exit", (code) => {
  signalGroup("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
  process.exit(ending ? 0 : (code ?? 1));
});
