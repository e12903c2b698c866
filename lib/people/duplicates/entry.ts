import "server-only";
import type { NewStudentInput } from "@/lib/people/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { pool } from "@/lib/platform/db/pool";
import type { Tx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";
import { factsOf } from "./facts";
import { matchesOf, matchesWhileTyping } from "./find-matches";
import type { Match, SimilarQuery } from "./schemas";
import { keepDifferent, readerOf } from "./store";

/**
 * People on file who may be the one that is being entered, with what agrees: the best ten above 0.3. Of the whole
 * campus, whatever the actor reaches: who is entered twice is so in any programme.
 * @throws AppError forbidden
 */
export async function findSimilar(actor: Actor, typed: SimilarQuery): Promise<Match[]> {
  authorise(actor, "people:edit");
  const facts = factsOf({
    ...typed,
    dateOfBirth: /^\d{4}-\d{2}-\d{2}$/.test(typed.dateOfBirth) ? typed.dateOfBirth : null,
    familyName: typed.familyName.toUpperCase(),
    personalName: typed.personalName.toUpperCase(),
    phones: [typed.phone],
    emails: [typed.schoolEmail, typed.personalEmail],
    programme: typed.programmeCode,
  });
  const read = async <Row>(sql: string, values: unknown[]) => (await pool().query(sql, values)).rows as Row[];
  return matchesWhileTyping(read, facts);
}

type Entered = Pick<
  NewStudentInput,
  | "familyName"
  | "personalName"
  | "khmerFamilyName"
  | "khmerPersonalName"
  | "dateOfBirth"
  | "birthProvince"
  | "phone"
  | "schoolEmail"
  | "personalEmail"
>;

/**
 * The candidates among the people on file for somebody who is about to be created. Each of them needs an explicit "not
 * the same" (`notSame` holds their ids), because what is created twice is found by nobody later.
 * @throws AppError refused `people.similar_on_file`
 */
export async function requireNotSame(
  tx: Tx,
  entered: Entered,
  programme: string,
  notSame: readonly number[],
): Promise<Match[]> {
  const facts = factsOf({
    ...entered,
    phones: [entered.phone],
    emails: [entered.schoolEmail, entered.personalEmail],
    programme,
  });
  const [found] = await matchesOf(readerOf(tx), [{ facts, self: null }]);
  const candidates = (found?.best ?? []).filter((match) => match.verdict.value.isCandidate);
  const undecided = candidates.filter((match) => !notSame.includes(match.personId));
  if (undecided.length > 0) {
    throw new AppError("refused", "people.similar_on_file", { params: { count: undecided.length } });
  }
  return candidates;
}

/** Keeps that the new person is none of the candidates, so that the nightly comparison asks nobody again. */
export async function keepNotSame(
  tx: Tx,
  actor: Actor,
  personId: number,
  candidates: readonly Match[],
): Promise<void> {
  await keepDifferent(
    tx,
    candidates.map(({ personId: other, verdict }) => ({ a: personId, b: other, verdict })),
    actor.accountId,
  );
}
