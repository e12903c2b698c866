import "server-only";
import type { z } from "zod";
import { type AccountActor, authorise } from "@/lib/platform/access/actor";
import { beginStep, changeInput, createChangeSet, lockChangeSet } from "@/lib/platform/change-sets/commands";
import { changeSetKind } from "@/lib/platform/change-sets/define";
import { isUnderWay } from "@/lib/platform/change-sets/state";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { replaceRun } from "@/lib/platform/jobs/commands";
import { enqueue } from "@/lib/platform/jobs/enqueue";
import { rememberMapping } from "@/lib/platform/spreadsheet/remember-mapping";
import { getFile } from "@/lib/platform/storage/files";
import { findImport, type ImportDefinition, missingFields } from "./define";
import { type ImportDraft, importDraft } from "./draft";
import { readImportFile } from "./jobs";
import type { checkImportInput, createImportInput, rereadImportInput } from "./schemas";

/** The kind of list of a name. @throws AppError not_found `import.unknown_kind` */
function requireImport(kind: string): ImportDefinition {
  const definition = findImport(kind);
  if (!definition) throw new AppError("not_found", "import.unknown_kind");
  return definition;
}

/**
 * Begins an import of an uploaded list: makes the change set and has the worker read the file.
 * @throws AppError forbidden, `import.unknown_kind`, `storage.file_not_found`
 */
export async function createImportCommand(
  actor: AccountActor,
  input: z.output<typeof createImportInput>,
): Promise<{ id: number; jobRunId: string }> {
  const { kind, path, area } = requireImport(input.kind);
  authorise(actor, area.permission);
  const file = await getFile(actor, input.fileId);
  if (file.purpose !== area.upload.name) throw new AppError("not_found", "storage.file_not_found");
  const draft = { fileId: file.id, fileName: file.name, locale: actor.locale } satisfies ImportDraft;
  return writeTx(actor, {}, async (tx) => {
    const { id } = await createChangeSet(tx, actor, changeSetKind(kind), { title: file.name, input: draft });
    const { jobRunId } = await enqueue(
      tx,
      readImportFile,
      { changeSetId: id, path, permission: area.permission },
      { actor },
    );
    await changeInput(tx, id, draft, jobRunId);
    return { id, jobRunId };
  });
}

/**
 * Has the file read again with another encoding, delimiter or sheet. A reading that still waits or runs is replaced:
 * the newest choice wins. Two clicks are one: the second is stale.
 * @throws AppError stale, not now, forbidden
 */
export async function rereadImportCommand(
  actor: AccountActor,
  input: z.output<typeof rereadImportInput>,
): Promise<{ jobRunId: string; version: number }> {
  const { id, version, ...choices } = input;
  return writeTx(actor, {}, async (tx) => {
    const { set, status } = await lockChangeSet(tx, actor, { id, version });
    if (isUnderWay(status) || status === "APPLIED" || status === "UNDONE")
      throw new AppError("conflict", "change_sets.not_now");
    const { fileId, fileName, locale } = importDraft.parse(set.input);
    const { path, area } = requireImport(set.kind);
    if (set.jobRunId) await replaceRun(tx, set.jobRunId);
    const { jobRunId } = await enqueue(
      tx,
      readImportFile,
      { changeSetId: id, path, permission: area.permission, ...choices },
      { actor },
    );
    return { jobRunId, version: await changeInput(tx, id, { fileId, fileName, locale }, jobRunId) };
  });
}

/**
 * Takes the matched columns and choices, remembers the match, and starts the trial run.
 * @throws AppError `import.columns_missing`, `import.column_twice`, stale, not now, forbidden
 */
export async function checkImportCommand(
  actor: AccountActor,
  input: z.output<typeof checkImportInput>,
): Promise<{ jobRunId: string; version: number }> {
  const { id, version, mapping, options } = input;
  return writeTx(actor, {}, async (tx) => {
    const { set, status } = await lockChangeSet(tx, actor, { id, version });
    const definition = requireImport(set.kind);
    const chosen = checkChoices(definition, mapping, options);
    const draft = importDraft.parse(set.input);
    if (!draft.read || isUnderWay(status) || status === "APPLIED" || status === "UNDONE") {
      throw new AppError("conflict", "change_sets.not_now");
    }
    const ready = {
      ...draft,
      mapping,
      options: chosen,
      locale: actor.locale,
    } as unknown as Prisma.InputJsonValue;
    const key = {
      accountId: actor.accountId,
      kind: definition.kind,
      fingerprint: draft.read.fingerprint,
    };
    await rememberMapping(tx, key, mapping);
    return beginStep(tx, actor, { id, version: await changeInput(tx, id, ready) }, "preview");
  });
}

/** The options as the kind of the list takes them, when the columns say what it needs. */
function checkChoices(
  definition: ImportDefinition,
  mapping: Record<string, number>,
  options: Record<string, unknown>,
): object {
  const missing = missingFields(definition.needed, mapping);
  if (missing.length > 0) {
    throw new AppError("invalid", "import.columns_missing", {
      fields: Object.fromEntries(missing.map((field) => [`mapping.${field}`, ["import.columns_missing"]])),
    });
  }
  const places = Object.values(mapping);
  if (new Set(places).size < places.length) throw new AppError("invalid", "import.column_twice");
  const parsed = definition.options.safeParse(options);
  if (!parsed.success || Object.keys(mapping).some((field) => !definition.fields.includes(field)))
    throw new AppError("invalid", "validation.failed");
  return parsed.data;
}
