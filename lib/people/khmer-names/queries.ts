import "server-only";
import { personNotFound, personScopeSql, reachOf } from "@/lib/people/access";
import { type KhmerSuggestion, neededLatin, type Pattern, suggestName } from "@/lib/people/khmer-names/rules";
import type { KhmerNameFacts } from "@/lib/people/khmer-names/schemas";
import { type Actor, authoriseAny } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";

type Row = Omit<KhmerNameFacts, "suggestion">;

/** How confirmed names suggest to spell Latin names in Khmer, in the order given. @throws AppError forbidden */
export async function suggestionsFor(
  actor: Actor,
  names: readonly { familyName: string; personalName: string }[],
): Promise<KhmerSuggestion[]> {
  authoriseAny(actor, "people:read", "people:read_own");
  if (names.length === 0) return [];
  const needed = names.flatMap((name) => [
    ...neededLatin(name.familyName),
    ...neededLatin(name.personalName),
  ]);
  const patterns = await query<Pattern>(
    "people.khmer-patterns",
    `SELECT latin, khmer, is_family AS "isFamily", frequency, share::float8 AS share
       FROM khmer_name_pattern WHERE latin = ANY($1::text[])`,
    [[...new Set(needed)]],
  );
  return names.map((name) => suggestName(name, patterns));
}

/**
 * The Khmer name of a person in the actor's reach, with a suggestion while it is missing or a guess.
 * @throws AppError not_found `people.person_not_found`, forbidden
 */
export async function getKhmerName(actor: Actor, personId: number): Promise<KhmerNameFacts> {
  authoriseAny(actor, "people:read", "people:read_own");
  const reach = reachOf(actor);
  const values: unknown[] = [personId];
  const [row] = await query<{ name: Row }>(
    `people.khmer-name ${reach.kind}`,
    `SELECT json_build_object(
        'personId', p.id, 'version', p.version, 'familyName', p.family_name, 'personalName', p.personal_name,
        'khmerFamilyName', p.khmer_family_name, 'khmerPersonalName', p.khmer_personal_name,
        'source', p.khmer_name_source, 'confidence', p.khmer_name_confidence,
        'verifiedAt', p.khmer_name_verified_at, 'checkedAt', p.khmer_name_checked_at) AS name
       FROM person p WHERE p.id = $1::integer AND ${personScopeSql(reach, values)}`,
    values,
  );
  if (!row) throw personNotFound();
  const { name } = row;
  if (name.source === "VERIFIED") return { ...name, suggestion: null };
  const [suggestion = null] = await suggestionsFor(actor, [name]);
  return { ...name, suggestion };
}
