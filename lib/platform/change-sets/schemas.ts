import { z } from "zod";
import type { ChangeSetStatus } from "@/lib/platform/db/generated/enums";

/** A click on a set: its id and the version the person saw. */
export const changeSetStepInput = z
  .object({ id: z.number().int().positive(), version: z.number().int() })
  .strict();
export type ChangeSetStepInput = z.infer<typeof changeSetStepInput>;

export const changeSetParams = z.object({ id: z.coerce.number().int().positive() });

/** Rows by table and operation, most important table first. */
export type ChangeCount = { table: string; operation: "INSERT" | "UPDATE" | "DELETE"; rows: number };

/** What a trial run would do. `summary` is what the kind's command returned. */
export type Preview = {
  counts: ChangeCount[];
  total: number;
  /** File with sample rows of the diff. */
  sampleFileId: string | null;
  summary: Record<string, unknown>;
};

/** What an applied run did; entries up to `lastEntry` are what undo works on. */
export type Outcome = {
  counts: ChangeCount[];
  total: number;
  lastEntry: number;
  summary: Record<string, unknown>;
  undo?: { undone: number; left: number; leftFileId: string | null };
};

/** One changed row, as the audit wrote it. */
export type ChangedRow = {
  table: string;
  key: string;
  operation: "INSERT" | "UPDATE" | "DELETE";
  subjectId: number | null;
  old: Record<string, unknown> | null;
  new: Record<string, unknown> | null;
};

/** Why a record could not be undone: changed since, used by rows of `table`, or gone. */
export type LeftRecord = {
  subjectId: number | null;
  table: string | null;
  key: string | null;
  reason: "changed" | "in_use" | "gone" | "conflict";
  by: string | null;
};

/** A change set as pages show it; instants are ISO. */
export type ChangeSetDto = {
  id: number;
  kind: string;
  title: string;
  status: ChangeSetStatus;
  version: number;
  input: unknown;
  preview: Preview | null;
  outcome: Outcome | null;
  createdBy: { accountId: number; name: string };
  jobRunId: string | null;
  createdAt: string;
  previewedAt: string | null;
  appliedAt: string | null;
  undoneAt: string | null;
};
