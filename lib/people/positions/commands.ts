import "server-only";
import type { Authority } from "@/lib/organization/rules";
import { COLLEAGUE_SQL } from "@/lib/people/positions/queries";
import { mayAssign } from "@/lib/people/positions/rules";
import type {
  AssignPositionInput,
  DelegatePositionInput,
  EndAssignmentInput,
  EndDelegationInput,
} from "@/lib/people/positions/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday, dayFromDb, dayToDb } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";

function requireMayAssign(actor: Actor, position: Authority): void {
  authorise(actor, "organization:assign");
  if (!mayAssign(actor, position)) throw new AppError("forbidden", "positions.needs_administrator");
}

/**
 * Puts somebody who works here into a position. Nobody does so for oneself (also held by the database).
 * @throws AppError forbidden `positions.needs_administrator`, `positions.not_to_oneself`; invalid
 * `positions.not_a_colleague`, `positions.ends_before_it_begins`; conflict `positions.held_already`,
 * `positions.primary_already`; refused `positions.position_closed`; not_found
 */
export async function assignPositionCommand(
  actor: Actor,
  input: AssignPositionInput,
): Promise<{ id: number }> {
  authorise(actor, "organization:assign");
  const { lastDay, validFrom, reason, ...facts } = input;
  return writeTx(actor, { reason }, async (tx) => {
    const position = await tx.position.findUnique({ where: { id: input.positionId }, select: AUTHORITY });
    if (!position) throw new AppError("not_found", "organization.position_not_found");
    requireMayAssign(actor, authorityIn({ position }));
    if (!position.isActive) throw new AppError("refused", "positions.position_closed");
    if (input.personId === actor.personId) throw new AppError("forbidden", "positions.not_to_oneself");
    await requireColleague(tx, input.personId);
    if (lastDay !== null && lastDay < validFrom) throw invalid("lastDay", "positions.ends_before_it_begins");
    return tx.positionAssignment.create({
      data: { ...facts, validFrom: dayToDb(validFrom), validTo: lastDay && dayToDb(addDays(lastDay, 1)) },
      select: { id: true },
    });
  });
}

/**
 * Ends an assignment after a day, earlier than it would have; from yesterday on means at once. A delegation that would
 * last longer ends with it.
 * @throws AppError stale; not_found; refused `positions.ended_already`; forbidden
 */
export async function endAssignmentCommand(actor: Actor, input: EndAssignmentInput): Promise<void> {
  authorise(actor, "organization:assign");
  await writeTx(actor, { reason: input.reason }, async (tx) => {
    const held = await load(tx, input.id);
    requireMayAssign(actor, authorityIn(held));
    const from = dayFromDb(held.validFrom);
    const until = dayFromDb(held.validTo);
    const wanted = addDays(input.lastDay, 1);
    const validTo = wanted < from ? from : wanted;
    if (until !== null && until <= validTo) throw new AppError("refused", "positions.ended_already");
    const begins = dayFromDb(held.delegatedFrom);
    const ends = dayFromDb(held.delegatedTo);
    const none = { delegateId: null, delegatedFrom: null, delegatedTo: null };
    await write(tx, input, {
      validTo: dayToDb(validTo),
      ...(begins !== null && begins >= validTo ? none : {}),
      ...(begins !== null && begins < validTo && ends !== null && ends > validTo
        ? { delegatedTo: dayToDb(validTo) }
        : {}),
    });
  });
}

/**
 * Hands the authority of an assignment to somebody else for some days: it is wholly theirs meanwhile (domain.md 2.1).
 * The holder may do it, and whoever may assign the position. The delegate cannot hand it on: only the assignment itself
 * carries a delegation.
 * @throws AppError forbidden `positions.not_to_oneself`, `positions.not_yours`; refused `positions.delegated_already`,
 * `positions.ended_already`; invalid `positions.delegate_other`, `positions.not_a_colleague`,
 * `positions.delegation_within`, `positions.begins_in_the_past`; stale; not_found
 */
export async function delegatePositionCommand(actor: Actor, input: DelegatePositionInput): Promise<void> {
  authorise(actor, "organization:read");
  const today = campusToday();
  await writeTx(actor, { reason: input.reason }, async (tx) => {
    const held = await load(tx, input.id);
    requireOwnOrMayAssign(actor, held);
    const until = dayFromDb(held.validTo);
    if (until !== null && until <= today) throw new AppError("refused", "positions.ended_already");
    if (input.personId === held.personId) throw invalid("personId", "positions.delegate_other");
    if (input.personId === actor.personId) throw new AppError("forbidden", "positions.not_to_oneself");
    const ends = dayFromDb(held.delegatedTo);
    if (ends !== null && ends > today) throw new AppError("refused", "positions.delegated_already");
    await requireColleague(tx, input.personId);
    if (input.from < today) throw invalid("from", "positions.begins_in_the_past");
    if (input.lastDay < input.from) throw invalid("lastDay", "positions.ends_before_it_begins");
    await write(tx, input, {
      delegateId: input.personId,
      delegatedFrom: dayToDb(input.from),
      delegatedTo: dayToDb(addDays(input.lastDay, 1)),
    });
  });
}

/** Takes a delegation back from today on; one that has not begun never does. @throws AppError as delegate */
export async function endDelegationCommand(actor: Actor, input: EndDelegationInput): Promise<void> {
  authorise(actor, "organization:read");
  const today = campusToday();
  await writeTx(actor, { reason: input.reason }, async (tx) => {
    const held = await load(tx, input.id);
    requireOwnOrMayAssign(actor, held);
    const from = dayFromDb(held.delegatedFrom);
    const to = dayFromDb(held.delegatedTo);
    if (from === null || to === null || to <= today) throw new AppError("refused", "positions.ended_already");
    await write(tx, input, { delegatedTo: dayToDb(from > today ? from : today) });
  });
}

const AUTHORITY = { authorityLevel: true, overrides: true, approvalLimits: true, isActive: true } as const;

/** The limits are JSON of the shape that `approvalLimits` checked; here it only counts whether there are any. */
function authorityIn({
  position,
}: {
  position: Omit<Authority, "approvalLimits"> & { approvalLimits: unknown };
}): Authority {
  const { approvalLimits: limits, ...rest } = position;
  return { ...rest, approvalLimits: typeof limits === "object" ? limits : null };
}

async function load(tx: Tx, id: number) {
  const found = await tx.positionAssignment.findUnique({
    where: { id },
    include: { position: { select: AUTHORITY } },
  });
  if (!found) throw new AppError("not_found", "positions.assignment_not_found");
  return found;
}

function requireOwnOrMayAssign(actor: Actor, held: Awaited<ReturnType<typeof load>>): void {
  const own = actor.personId !== null && held.personId === actor.personId;
  if (own || mayAssign(actor, authorityIn(held))) return;
  throw new AppError("forbidden", "positions.not_yours");
}

async function write(
  tx: Tx,
  { id, version }: { id: number; version: number },
  data: Parameters<Tx["positionAssignment"]["updateMany"]>[0]["data"],
): Promise<void> {
  const { count } = await tx.positionAssignment.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new AppError("stale", "positions.stale");
}

async function requireColleague(tx: Tx, personId: number): Promise<void> {
  const found = await tx.$queryRawUnsafe<unknown[]>(
    `SELECT 1 FROM person p WHERE p.id = $2::integer AND (${COLLEAGUE_SQL})`,
    campusToday(),
    personId,
  );
  if (found.length === 0) throw invalid("personId", "positions.not_a_colleague");
}

function invalid(field: string, code: string): AppError {
  return new AppError("invalid", code, { fields: { [field]: [code] } });
}
