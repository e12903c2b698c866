import "server-only";
import type { RowProblem, StudentDraft } from "@/lib/people/import/schemas";
import { foldHeading } from "@/lib/people/imports/headings";
import type { Tx } from "@/lib/platform/db/transaction";

export type ImportProgramme = { id: number; code: string; isActive: boolean };

/** Finds programmes by code, English or Khmer name. */
export class ProgrammeFinder {
  private constructor(private readonly byWord: Map<string, ImportProgramme>) {}

  static async load(tx: Tx): Promise<ProgrammeFinder> {
    const programmes = await tx.programme.findMany({
      select: { id: true, code: true, name: true, nameKm: true, isActive: true },
      orderBy: { id: "desc" },
    });
    const words = programmes.flatMap(({ id, code, name, nameKm, isActive }) =>
      [name, nameKm, code].map((word) => [foldHeading(word), { id, code, isActive }] as const),
    );
    return new ProgrammeFinder(new Map(words));
  }

  find(text: string): ImportProgramme | null {
    return this.byWord.get(foldHeading(text)) ?? null;
  }
}

/**
 * The programme that a row is about: its own, else the one chosen for the whole list (for new students only).
 * Says what is wrong with it into `problems`.
 */
export function programmeOf(
  draft: StudentDraft,
  around: { finder: ProgrammeFinder; fallback: ImportProgramme | null; isNew: boolean },
  problems: RowProblem[],
): ImportProgramme | null {
  const say = (code: RowProblem["code"], value?: string) =>
    problems.push({ row: draft.row, field: "programme", code, level: "error", ...(value ? { value } : {}) });
  if (draft.programme === undefined) {
    if (around.isNew && !around.fallback) say("missing_programme");
    return around.isNew ? around.fallback : null;
  }
  const found = around.finder.find(draft.programme);
  if (!found) say("unknown_programme", draft.programme.slice(0, 60));
  else if (!found.isActive && around.isNew) say("programme_inactive", found.code);
  return found;
}
