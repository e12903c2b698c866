import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { AppError, type ErrorKind } from "@/lib/platform/errors";
import type { TableRow } from "./table";

/** What the thread answers to each "more". */
export type Answer =
  | { rows: TableRow[]; done: boolean }
  | { error: { kind: ErrorKind; code: string; params?: Record<string, string | number> } };

/**
 * Megabytes of heap that reading one workbook may take: 100,000 rows of sixteen cells take some 150. The worker's own
 * 110 and what lies beside the heap come on top, which stays below the 500 that a worker may take.
 */
const HEAP_MB = 224;

/**
 * The rows of one sheet, read by a thread with a memory of its own: a workbook that needs more than that ends the thread,
 * not the worker with everybody's jobs. With the thread goes the library, which weighs 100 MB.
 * @throws AppError `spreadsheet.needs_too_much_memory`, and what readXlsx throws
 */
export async function* readXlsxApart(path: string, sheetName: string): AsyncGenerator<TableRow> {
  const thread = new Worker(new URL("./read-xlsx-thread.ts", import.meta.url), {
    workerData: { path, sheetName },
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB, maxYoungGenerationSizeMb: 16 },
    execArgv: ["--conditions=react-server", "--import", "tsx"],
  });
  try {
    for (;;) {
      thread.postMessage("more");
      const [answer] = (await once(thread, "message")) as [Answer];
      if ("error" in answer) throw new AppError(answer.error.kind, answer.error.code, answer.error);
      yield* answer.rows;
      if (answer.done) return;
    }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY") {
      throw new AppError("too_large", "spreadsheet.needs_too_much_memory", { cause });
    }
    throw cause;
  } finally {
    await thread.terminate();
  }
}
