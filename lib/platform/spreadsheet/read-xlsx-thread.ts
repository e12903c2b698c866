/** The thread of read-xlsx-apart.ts: answers each "more" with the next rows. */
import { parentPort, workerData } from "node:worker_threads";
import { isAppError } from "@/lib/platform/errors";
import { readXlsx } from "./read-xlsx";
import type { Answer } from "./read-xlsx-apart";
import type { TableRow } from "./table";

/** Rows and characters of one answer: enough that the way between the threads costs little. */
const ROWS = 200;
const CHARACTERS = 200_000;

const { path, sheetName } = workerData as { path: string; sheetName: string };
const rows = readXlsx(path, sheetName);

async function nextRows(): Promise<Answer> {
  const found: TableRow[] = [];
  let characters = 0;
  try {
    while (found.length < ROWS && characters < CHARACTERS) {
      const next = await rows.next();
      if (next.done) return { rows: found, done: true };
      found.push(next.value);
      for (const cell of next.value.cells) characters += cell.length;
    }
    return { rows: found, done: false };
  } catch (error) {
    if (!isAppError(error)) throw error;
    const { kind, code, params } = error;
    return { error: params ? { kind, code, params } : { kind, code } };
  }
}

parentPort?.on("message", async () => parentPort?.postMessage(await nextRows()));
