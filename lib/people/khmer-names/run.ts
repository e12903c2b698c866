import "server-only";
import { refreshSearchKeys } from "@/lib/people/import/write";
import { learnPatterns, patternsOf } from "@/lib/people/khmer-names/learn";
import { neededLatin, suggestName } from "@/lib/people/khmer-names/rules";
import type { SuggestNamesInput, SuggestNamesSummary } from "@/lib/people/khmer-names/schemas";
import { searchKey } from "@/lib/people/rules";
import type { Actor } from "@/lib/platform/access/actor";
import type { ChangeSetContext } from "@/lib/platform/change-sets/define";
import type { Tx } from "@/lib/platform/db/transaction";

const BATCH = 1_000;

type Nameless = { id: number; familyName: string; personalName: string };

/** The next students without a Khmer name, by id, locked: nobody confirms one between our reading and writing. */
function nextNameless(tx: Tx, after: number, who: SuggestNamesInput["who"]): Promise<Nameless[]> {
  return tx.$queryRaw<Nameless[]>`
    SELECT p.id, p.family_name AS "familyName", p.personal_name AS "personalName"
      FROM person p JOIN student s ON s.person_id = p.id
     WHERE p.khmer_family_name IS NULL AND p.khmer_personal_name IS NULL AND p.id > ${after}
       AND (${who} = 'all' OR s.status = 'ACTIVE')
     ORDER BY p.id LIMIT ${BATCH} FOR NO KEY UPDATE OF p`;
}

/** Learns from the confirmed names, then writes each guess that is sure enough; a guess never replaces a name. */
export async function run(
  tx: Tx,
  _actor: Actor,
  { who, leastConfidence }: SuggestNamesInput,
  context: ChangeSetContext,
): Promise<SuggestNamesSummary> {
  await learnPatterns(tx);
  const summary = { looked: 0, given: 0, unsure: 0 };
  let people = await nextNameless(tx, 0, who);
  while (people.length > 0) {
    const latin = people.flatMap((person) => [
      ...neededLatin(person.familyName),
      ...neededLatin(person.personalName),
    ]);
    const patterns = await patternsOf(tx, latin);
    const found = people.flatMap((person) => {
      const { family, personal, confidence } = suggestName(person, patterns);
      if (!family || !personal || confidence * 100 < leastConfidence) return [];
      const name = { khmerFamilyName: family.khmer, khmerPersonalName: personal.khmer };
      return [{ id: person.id, ...name, confidence, searchKey: searchKey({ ...person, ...name }) }];
    });
    await writeGuesses(tx, found);
    summary.looked += people.length;
    summary.given += found.length;
    summary.unsure += people.length - found.length;
    await context.progress(summary.looked, undefined, context.mode === "preview" ? "checking" : "writing");
    people = await nextNameless(tx, people.at(-1)?.id ?? 0, who);
  }
  return summary;
}

async function writeGuesses(tx: Tx, guesses: readonly object[]): Promise<void> {
  if (guesses.length === 0) return;
  await tx.$executeRaw`
    UPDATE person p
       SET khmer_family_name = g."khmerFamilyName", khmer_personal_name = g."khmerPersonalName",
           khmer_name_source = 'APPROXIMATED', khmer_name_confidence = g.confidence, search_key = g."searchKey",
           version = p.version + 1, updated_at = now()
      FROM jsonb_to_recordset(${JSON.stringify(guesses)}::jsonb) AS g(
        id int, "khmerFamilyName" text, "khmerPersonalName" text, confidence numeric, "searchKey" text)
     WHERE p.id = g.id`;
}

/** The audit does not hold search keys. */
export const afterUndo = (tx: Tx, subjects: number[]): Promise<void> => refreshSearchKeys(tx, subjects);
