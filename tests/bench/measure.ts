import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export type Load = {
  origin: string;
  /** Asked for in turn, so that no cache of one row flatters the figure. */
  paths: string[];
  connections: number;
  seconds: number;
  headers?: Record<string, string>;
};

/** Figures of one run: requests per second, milliseconds, bytes over the wire. */
export type Measured = {
  rps: number;
  p50: number;
  p95: number;
  requests: number;
  bytesEach: number;
  failures: Record<string, number>;
};

/** Loads the addresses from a process of its own. @throws Error when any answer was not 200 */
export function measure(load: Load): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const script = fileURLToPath(new URL("load.mjs", import.meta.url));
    const child = spawn(process.execPath, [script, JSON.stringify({ headers: {}, ...load })], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on("exit", (code) => {
      if (code !== 0) return reject(new Error(`load ended with ${code}`));
      const measured = JSON.parse(output) as Measured;
      if (Object.keys(measured.failures).length > 0) {
        return reject(new Error(`${load.paths[0]}: ${JSON.stringify(measured.failures)}`));
      }
      resolve(measured);
    });
  });
}

/** The middle of some figures. */
export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const value =
    sorted.length % 2 === 1 ? sorted[middle] : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
  return value ?? Number.NaN;
}

/** Resident memory of a process in MB. */
export async function residentMb(pid: number): Promise<number> {
  const { readFile } = await import("node:fs/promises");
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Math.round(Number(status.match(/VmRSS:\s+(\d+)/)?.[1] ?? 0) / 1024);
}
