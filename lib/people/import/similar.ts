import "server-only";
import { factsOf } from "@/lib/people/duplicates/facts";
import { matchesOf } from "@/lib/people/duplicates/find-matches";
import { type DuplicateSign, signOf } from "@/lib/people/duplicates/rules";
import type { Match } from "@/lib/people/duplicates/schemas";
import { keepPairs, readerOf } from "@/lib/people/duplicates/store";
import type { Tx } from "@/lib/platform/db/transaction";
import type { RowProblem, StudentDraft } from "./schemas";

type NewRow = { draft: StudentDraft; programme: string | null };

/**
 * The candidates among the people on file for each new row, in the order of the rows (domain.md 2.2 Duplicates): two
 * statements, whatever their number.
 */
export async function similarOnFile(tx: Tx, rows: readonly NewRow[]): Promise<Match[][]> {
  const probes = rows.map(({ draft, programme }) => ({
    self: null,
    facts: factsOf({
      ...draft,
      phones: [draft.phone],
      emails: [draft.schoolEmail, draft.personalEmail],
      programme,
    }),
  }));
  const found = await matchesOf(readerOf(tx), probes);
  return found.map(({ best }) => best.filter((match) => match.verdict.value.isCandidate));
}

/** What the sender is told of the surest candidate: who it is, how sure, and what agrees. The row is taken all the same. */
export function similarProblem(row: number, matches: readonly Match[]): RowProblem | null {
  const [first] = matches;
  if (!first) return null;
  const { value, because } = first.verdict;
  const signs = new Set<DuplicateSign>(because.flatMap((reason) => signOf(reason) ?? []));
  const flag = (...wanted: DuplicateSign[]) => (wanted.some((sign) => signs.has(sign)) ? "yes" : "no");
  return {
    row,
    field: null,
    code: "similar_person",
    level: "warning",
    params: {
      who: `${first.number ?? "—"} ${first.familyName} ${first.personalName}`,
      percent: Math.round(value.score * 100),
      name: flag("name_same", "name_alike"),
      birth: flag("birth_same", "birth_near"),
      phone: flag("phone"),
      email: flag("email"),
      more: matches.length - 1,
    },
  };
}

/** Puts the new people beside those whom they look like into the queue. @param ids of the new people, in the order of the rows */
export async function keepSimilar(
  tx: Tx,
  ids: readonly number[],
  matches: readonly (readonly Match[])[],
): Promise<void> {
  const pairs = matches.flatMap((each, place) => {
    const a = ids[place];
    return a === undefined ? [] : each.map(({ personId: b, verdict }) => ({ a, b, verdict }));
  });
  if (pairs.length > 0) await keepPairs(tx, pairs, "IMPORT");
}
