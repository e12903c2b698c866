import { draftTimetable } from "@/lib/classes/draft-timetable/draft";
import { USUAL } from "@/lib/classes/draft-timetable/kinds";
import { listViolations } from "@/lib/classes/draft-timetable/violations";
import { systemActor } from "@/lib/platform/access/actor";
import { writeTx } from "@/lib/platform/db/transaction";
import { comingTerm } from "./timetable-moves";

const actor = systemActor("bench");

/**
 * The solver on a whole coming term, everything placed anew; what it proposes is counted by statements of their own and
 * then forgotten.
 */
export async function solveTerm(): Promise<{
  seconds: number;
  violations: number;
  placed: number;
  deliveries: number;
}> {
  const term = await comingTerm();
  const options = { ...USUAL, which: "all", keep: "nothing", teachers: "free", minutes: 5 } as const;
  const { id } = await writeTx(actor, {}, (tx) =>
    tx.timetableProposal.create({
      data: { termId: term.id, options, createdBy: "system:bench" },
      select: { id: true },
    }),
  );
  try {
    const start = performance.now();
    const result = await draftTimetable(actor, id);
    const seconds = (performance.now() - start) / 1000;
    if (!result) throw new Error("the proposal was not waiting");
    const violations = (await listViolations(actor, id, options, term.start)).length;
    console.log(
      `solver: ${result.placed} of ${result.deliveries} parts of ${term.code} in ${seconds.toFixed(1)} s, ${violations} hard violations`,
    );
    return { seconds, violations, placed: result.placed / result.deliveries, deliveries: result.deliveries };
  } finally {
    await writeTx(actor, {}, async (tx) => {
      await tx.proposalItem.deleteMany({ where: { proposalId: id } });
      await tx.timetableProposal.delete({ where: { id } });
    });
  }
}
