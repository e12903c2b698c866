import "server-only";
import type { z } from "zod";
import type { Actor } from "@/lib/platform/access/actor";
import type { ChangeSetContext } from "@/lib/platform/change-sets/define";
import type { Tx } from "@/lib/platform/db/transaction";
import { isAppError } from "@/lib/platform/errors";
import { moveClass } from "../commands/move-class";
import type { ClassStatus } from "../schemas";
import type { moveRunInput } from "./kinds";
import type { MoveReport } from "./schemas";

type Now = {
  id: number;
  version: number;
  code: string;
  section: string;
  termCode: string;
  from: ClassStatus;
};

/** Moves the classes that may move, each as it is moved alone, and says why the others stay. */
export async function moveRun(
  tx: Tx,
  actor: Actor,
  { ids, to, reason }: z.output<typeof moveRunInput>,
  context: ChangeSetContext,
): Promise<MoveReport> {
  await tx.$queryRaw`SELECT FROM class WHERE id = ANY (${ids}::integer[]) ORDER BY id FOR NO KEY UPDATE`;
  const classes = await tx.$queryRaw<Now[]>`
    SELECT c.id, c.version, co.code, c.section, t.code AS "termCode", c.status AS "from"
      FROM class c JOIN course co ON co.id = c.course_id JOIN term t ON t.id = c.term_id
     WHERE c.id = ANY (${ids}::integer[]) ORDER BY t.start_date, co.code, c.section, c.id`;
  const left: MoveReport["left"] = [];
  const note = context.mode === "preview" ? "checking" : "writing";
  for (const [index, { version, ...named }] of classes.entries()) {
    try {
      await moveClass(tx, actor, { id: named.id, version, to, reason });
    } catch (error) {
      const why = isAppError(error) && error.kind === "refused" ? error.explained?.because[0] : undefined;
      if (!why) throw error;
      left.push({ ...named, why: { rule: why.rule, inputs: why.inputs } });
    }
    await context.progress(index + 1, classes.length, note);
  }
  return { to, chosen: ids.length, moved: classes.length - left.length, left };
}
