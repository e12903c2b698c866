import "server-only";
import { requireColleagueId } from "@/lib/people/colleagues/access";
import { type Actor, authorise, can } from "@/lib/platform/access/actor";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import type { AddWishInput, EditWishInput, RemoveWishInput } from "../draft-timetable/schemas";

/** Most wishes of one teacher: more is a timetable, not a wish. */
const MOST = 60;

/**
 * The teacher whose wishes are changed: staff anybody's in their reach, teachers their own.
 * @throws AppError not_found for anybody else, forbidden
 */
async function wisherId(actor: Actor, tx: Tx, number: number): Promise<number> {
  if (can(actor, "people:edit")) return requireColleagueId(actor, "teacher", number);
  authorise(actor, "timetable:wish_own");
  const own = await tx.teacher.findUnique({ where: { number }, select: { personId: true } });
  if (!own || own.personId !== actor.personId) throw new AppError("not_found", "people.person_not_found");
  return own.personId;
}

/**
 * Notes when a teacher cannot, would rather not, or likes to teach; drafts of timetables keep to it.
 * @throws AppError conflict `draft_timetable.wish_twice`; refused `draft_timetable.too_many_wishes`; not_found; forbidden
 */
export async function addWishCommand(actor: Actor, input: AddWishInput): Promise<{ id: number }> {
  const { number, ...facts } = input;
  return writeTx(actor, {}, async (tx) => {
    const teacherId = await wisherId(actor, tx, number);
    await tx.$executeRaw`SELECT 1 FROM teacher WHERE person_id = ${teacherId} FOR NO KEY UPDATE`;
    if ((await tx.teacherWish.count({ where: { teacherId } })) >= MOST)
      throw new AppError("refused", "draft_timetable.too_many_wishes", { params: { most: MOST } });
    await requireTerm(tx, facts.termId);
    return tx.teacherWish.create({ data: { teacherId, ...facts }, select: { id: true } });
  });
}

/** Changes a wish. @throws AppError stale, not_found, as addWishCommand */
export async function editWishCommand(actor: Actor, input: EditWishInput): Promise<{ version: number }> {
  const { number, id, version, ...facts } = input;
  return writeTx(actor, {}, async (tx) => {
    const teacherId = await wisherId(actor, tx, number);
    await requireTerm(tx, facts.termId);
    const { count } = await tx.teacherWish.updateMany({
      where: { id, teacherId, version },
      data: { ...facts, version: { increment: 1 } },
    });
    if (count === 0) await refuse(tx, teacherId, id);
    return { version: version + 1 };
  });
}

/** Takes a wish away. @throws AppError stale, not_found, forbidden */
export async function removeWishCommand(actor: Actor, input: RemoveWishInput): Promise<{ removed: number }> {
  const { number, id, version } = input;
  return writeTx(actor, {}, async (tx) => {
    const teacherId = await wisherId(actor, tx, number);
    const { count } = await tx.teacherWish.deleteMany({ where: { id, teacherId, version } });
    if (count === 0) await refuse(tx, teacherId, id);
    return { removed: count };
  });
}

async function requireTerm(tx: Tx, termId: number | null): Promise<void> {
  if (termId === null) return;
  const term = await tx.term.findUnique({ where: { id: termId }, select: { id: true } });
  const error = "draft_timetable.term_not_found";
  if (!term) throw new AppError("invalid", error, { fields: { termId: [error] } });
}

async function refuse(tx: Tx, teacherId: number, id: number): Promise<never> {
  const there = await tx.teacherWish.findFirst({ where: { id, teacherId }, select: { id: true } });
  if (there) throw new AppError("stale", "draft_timetable.stale");
  throw new AppError("not_found", "draft_timetable.wish_not_found");
}
