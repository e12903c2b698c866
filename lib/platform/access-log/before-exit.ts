import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { drainAccessLog } from "@/lib/platform/access-log/buffer";

/** How long an end waits for the last rows, in ms; less than any supervisor gives a process. */
const PATIENCE_MS = 2_000;

/**
 * Writes what waits for the access log when the process is told to end. Next ends it as soon as the last answer is out,
 * which may be sooner than an insert takes, and offers no hook for that in production: so its exit waits for the rows,
 * those of the last answers among them.
 */
export function writeAccessLogBeforeExit(): void {
  void drainAccessLog();
  const exit = process.exit.bind(process);
  process.exit = ((code) => {
    void Promise.race([drainAccessLog(), wait(PATIENCE_MS)]).finally(() => exit(code));
  }) as typeof process.exit;
}
