import "server-only";
import type { z } from "zod";
import type { Actor } from "@/lib/platform/access/actor";
import type { ChangeSetContext } from "@/lib/platform/change-sets/define";
import type { Tx } from "@/lib/platform/db/transaction";
import { duplicateClasses } from "./duplicate";
import type { duplicateRunInput } from "./kinds";
import type { OfferingReport } from "./schemas";

/** Copies the offering and says what became of each class. */
export async function duplicateRun(
  tx: Tx,
  _actor: Actor,
  input: z.output<typeof duplicateRunInput>,
  context: ChangeSetContext,
): Promise<OfferingReport> {
  const total = input.ids.length;
  await context.progress(0, total, context.mode === "preview" ? "checking" : "writing");
  const { made, left } = await duplicateClasses(tx, input);
  await context.progress(total, total);
  const ids = made.map(({ id }) => id);
  const [counted] = await tx.$queryRaw<{ meetings: number; combined: number }[]>`
    SELECT (SELECT count(DISTINCT m.id)::integer FROM meeting m
             WHERE m.delivery_id IN (SELECT q.delivery_id FROM class_part q JOIN class_session s ON s.id = q.session_id
                                      WHERE s.class_id = ANY (${ids}::integer[]))) AS meetings,
           (SELECT count(DISTINCT combined_class_id)::integer FROM class WHERE id = ANY (${ids}::integer[])) AS combined`;
  return {
    to: input.to,
    chosen: total,
    made: made.length,
    combined: counted?.combined ?? 0,
    parts: made.reduce((sum, { parts }) => sum + parts, 0),
    times: new Set(made.flatMap(({ times }) => times.map(({ n }) => n))).size,
    meetings: counted?.meetings ?? 0,
    classes: made.map(({ id, source, section, times, complete }) => ({
      id,
      code: source.code,
      section: source.section,
      newSection: section,
      times: times.length,
      complete,
      findings: times.flatMap(({ findings }) => findings),
    })),
    left,
  };
}
