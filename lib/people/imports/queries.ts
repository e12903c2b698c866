import "server-only";
import type { RowProblem } from "@/lib/people/import/schemas";
import { type AccountActor, authorise } from "@/lib/platform/access/actor";
import { getChangeSet, listChangeSets, readLines } from "@/lib/platform/change-sets/queries";
import type { ChangeSetDto } from "@/lib/platform/change-sets/schemas";
import type { Page } from "@/lib/platform/db/paging";
import { AppError, isAppError } from "@/lib/platform/errors";
import { getJob } from "@/lib/platform/jobs/queries";
import type { JobDto } from "@/lib/platform/jobs/schemas";
import type { TableRow } from "@/lib/platform/spreadsheet/table";
import { firstRows } from "./cells";
import { findImport, type ImportDefinition } from "./define";
import { type ImportDraft, importDraft } from "./draft";
import type { ImportSummary } from "./summary";

export type ImportState = {
  definition: ImportDefinition;
  set: ChangeSetDto;
  draft: ImportDraft;
  /** The last job of the set, unless it is forgotten. */
  job: JobDto | null;
  /** What the last run says: the applied one, else the trial. */
  summary: ImportSummary | null;
};

/** The kind of list, for whoever may load such lists. @throws AppError `change_sets.not_found`, forbidden */
function requireRight(actor: AccountActor, kind: string): ImportDefinition {
  const definition = findImport(kind);
  if (!definition) throw new AppError("not_found", "change_sets.not_found");
  authorise(actor, definition.area.permission);
  return definition;
}

/** An import with the state of its job. @throws AppError `change_sets.not_found`, forbidden */
export async function getImport(actor: AccountActor, kind: string, id: number): Promise<ImportState> {
  const definition = requireRight(actor, kind);
  const set = await getChangeSet(actor, id);
  if (set.kind !== kind) throw new AppError("not_found", "change_sets.not_found");
  const run = set.outcome ?? set.preview;
  return {
    set,
    definition,
    draft: importDraft.parse(set.input),
    job: set.jobRunId ? await findJob(actor, set.jobRunId) : null,
    summary: run ? (run.summary as unknown as ImportSummary) : null,
  };
}

/** An old job is forgotten: then there is none. */
async function findJob(actor: AccountActor, id: string): Promise<JobDto | null> {
  try {
    return await getJob(actor, id);
  } catch (error) {
    if (isAppError(error) && error.kind === "not_found") return null;
    throw error;
  }
}

/** Imports of a kind, newest first. @throws AppError forbidden */
export async function listImports(
  actor: AccountActor,
  kind: string,
  page: { page: number; pageSize: number },
): Promise<Page<ChangeSetDto>> {
  requireRight(actor, kind);
  return listChangeSets(actor, { ...page, kind });
}

/** The first rows of the list; none once the file's days are over. @throws AppError forbidden */
export async function sampleRows(
  actor: AccountActor,
  { definition, draft }: Pick<ImportState, "definition" | "draft">,
  count: number,
): Promise<TableRow[]> {
  authorise(actor, definition.area.permission);
  if (!draft.read) return [];
  try {
    return await firstRows(draft.read, count);
  } catch (error) {
    if (isAppError(error) && error.kind === "not_found") return [];
    throw error;
  }
}

type ProblemFilter = { code: string | null; page: number; pageSize: number };

/** Problems by row, of one kind or all. @throws AppError forbidden */
export async function listProblems(
  actor: AccountActor,
  { definition, summary }: Pick<ImportState, "definition" | "summary">,
  filter: ProblemFilter,
): Promise<Page<RowProblem>> {
  authorise(actor, definition.area.permission);
  const all = summary?.problemsFileId ? await readLines<RowProblem>(actor, summary.problemsFileId) : [];
  const wanted = filter.code ? all.filter((problem) => problem.code === filter.code) : all;
  const start = (filter.page - 1) * filter.pageSize;
  return {
    rows: wanted.slice(start, start + filter.pageSize),
    page: filter.page,
    pageSize: filter.pageSize,
    total: wanted.length,
    totalIsExact: true,
  };
}
