import "server-only";
import { changesSince } from "@/lib/platform/audit/changes-since";
import { AppError } from "@/lib/platform/errors";
import { explain } from "@/lib/platform/explained";

/** What the loser of a race is shown: every field that moved meanwhile, and the own value beside it. */
export type Conflict = {
  /** The version that is stored now: saving on top of it is a decision, no accident. */
  version: number;
  fields: { field: string; before: unknown; theirs: unknown; mine?: unknown; by: string; at: string }[];
};

function camel(column: string): string {
  return column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * The refusal of an edit that was begun on an older version, with both values of what collided.
 * @param changes the fields that the person wanted to write, by name
 */
export async function staleEdit(
  table: "person" | "student" | "teacher" | "staff" | "programme",
  id: number,
  shown: number,
  stored: number,
  changes: Record<string, unknown>,
): Promise<AppError> {
  const since = await changesSince(table, String(id), shown);
  const fields = since.map(({ column, before, now, by, at }) => {
    const field = camel(column);
    return { field, before, theirs: now, ...(field in changes ? { mine: changes[field] } : {}), by, at };
  });
  const conflict: Conflict = { version: stored, fields };
  const last = since.at(-1);
  const inputs = { by: last?.by ?? null, at: last?.at ?? null, shown, stored };
  const explained = explain(conflict, [{ rule: "people.edited_meanwhile", inputs }], {
    rule: "people.compare_versions",
  });
  return new AppError("stale", "people.stale", { explained });
}
