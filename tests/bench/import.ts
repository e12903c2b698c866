import { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import "@/lib/operations/change-set-kinds";
import { checkImportCommand, createImportCommand } from "@/lib/people/imports/commands";
import { importDraft } from "@/lib/people/imports/draft";
import { importUpload } from "@/lib/people/imports/files";
import type { AccountActor } from "@/lib/platform/access/actor";
import { startApplyCommand, startUndoCommand } from "@/lib/platform/change-sets/commands";
import { getChangeSet } from "@/lib/platform/change-sets/queries";
import { query } from "@/lib/platform/db/pool";
import { putFile } from "@/lib/platform/storage/files";
import { accountActor } from "../factories/actor";
import { residentMb } from "./measure";
import { findProcess } from "./processes";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

function word(number: number): string {
  let rest = number + 676;
  let text = "";
  while (rest > 0) {
    text += LETTERS[rest % 26];
    rest = Math.floor(rest / 26);
  }
  return text;
}

/** New students with every column that lists usually have; nobody is on file. */
function list(rows: number, programme: string): string {
  const head =
    "Family name,Personal name,Khmer family name,Khmer personal name,Gender,DOB,Province,Email,Phone,Programme";
  const lines = Array.from({ length: rows }, (_, place) => {
    const day = String(1 + (place % 28)).padStart(2, "0");
    const born = `${day}/0${1 + (place % 9)}/200${place % 7}`;
    return `BENCH${word(place)},DARA${word(place * 7)},សុខ,ដារ៉ា,${place % 2 ? "M" : "F"},${born},Siem Reap,bench-${place}@mail.example,0${12_000_000 + place},${programme}`;
  });
  return [head, ...lines].join("\n");
}

/** Waits for the set's job and returns how long it ran, in seconds, and the most memory of the worker, in MB. */
async function finished(id: number, worker: number): Promise<{ seconds: number; rssMb: number }> {
  let rssMb = 0;
  for (;;) {
    rssMb = Math.max(rssMb, await residentMb(worker));
    const [run] = await query<{ status: string; seconds: number | null; error: unknown }>(
      "bench.run",
      `SELECT r.status::text, extract(epoch FROM r.finished_at - r.started_at)::float8 AS seconds, r.error
         FROM change_set c JOIN job_run r ON r.id = c.job_run_id WHERE c.id = $1`,
      [id],
    );
    if (run?.status === "SUCCEEDED") return { seconds: Number(run.seconds?.toFixed(1)), rssMb };
    if (run?.status === "FAILED") throw new Error(JSON.stringify(run.error));
    await wait(200);
  }
}

/**
 * `npm run bench -- import`: 10,000 new students through the running worker of the campus at DATABASE_URL (`npm start`
 * in another window): read, checked, loaded, taken back. Everything is as before afterwards.
 */
export async function run({ quick }: { quick: boolean }): Promise<Record<string, unknown>> {
  const rows = quick ? 1_000 : 10_000;
  const worker = findProcess("jobs/worker.ts");
  const [account] = await query<{ id: number }>(
    "bench.registrar",
    "SELECT account_id AS id FROM role_assignment WHERE role = 'registrar' LIMIT 1",
  );
  const [programme] = await query<{ code: string }>(
    "bench.programme",
    "SELECT code FROM programme WHERE is_active AND kind = 'ACADEMIC' ORDER BY code LIMIT 1",
  );
  const actor: AccountActor = accountActor({ accountId: account?.id ?? 0 });
  const file = await putFile(actor, {
    stream: Readable.from([list(rows, programme?.code ?? "")]),
    name: "bench.csv",
    purpose: importUpload,
  });
  const { id } = await createImportCommand(actor, { kind: "studies.import-students", fileId: file.id });
  const read = await finished(id, worker);
  const set = await getChangeSet(actor, id);
  const options = {
    existing: "reject",
    programme: null,
    startDate: "2026-09-01",
    studyTime: "EVENING",
  } as const;
  const mapping = importDraft.parse(set.input).mapping ?? {};
  await checkImportCommand(actor, { id, version: set.version, mapping, options });
  const check = await finished(id, worker);
  await startApplyCommand(actor, { id, version: (await getChangeSet(actor, id)).version });
  const load = await finished(id, worker);
  await startUndoCommand(actor, { id, version: (await getChangeSet(actor, id)).version });
  const undo = await finished(id, worker);
  return {
    import_rows: rows,
    import_read_s: read.seconds,
    import_check_s: check.seconds,
    import_load_s: load.seconds,
    import_undo_s: undo.seconds,
    worker_rss_mb: Math.max(read.rssMb, check.rssMb, load.rssMb, undo.rssMb),
    quick,
  };
}
