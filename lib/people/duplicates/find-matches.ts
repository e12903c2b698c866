import "server-only";
import { foldLatin } from "@/lib/people/rules";
import { type KnownPerson, type Reader, readFacts } from "./facts";
import { bestMatches, compareFacts, type DuplicateFacts } from "./rules";
import type { Match } from "./schemas";

/** Somebody for whom similar people are looked for; `self` is the own id of who is on file already. */
export type Probe = { facts: DuplicateFacts; self: number | null };

/**
 * Who may be meant by `probe`, found by what both can share, each branch an index: telephone, e-mail, the same name in
 * either script and order, a birthday within thirty days with a name that resembles. Whoever reaches 0.5 shares one of
 * these; names alone do not reach it, so their crowds are narrowed by birth, or by province and programme.
 */
const BRANCHES = {
  phone: "(SELECT person_id FROM phone WHERE right(digits, 8) = ANY(g.phones))",
  personalEmail: "(SELECT id FROM person WHERE personal_email = ANY(g.emails::citext[]) LIMIT 30)",
  schoolEmail: "(SELECT id FROM person WHERE school_email = ANY(g.emails::citext[]) LIMIT 30)",
  name: namesakes("n.family_name = g.family AND n.personal_name = g.personal"),
  swapped: namesakes("n.family_name = g.personal AND n.personal_name = g.family"),
  khmer: namesakes(`n.khmer_family_name = g."khmerFamily" AND n.khmer_personal_name = g."khmerPersonal"`),
  khmerSwapped: namesakes(
    `n.khmer_family_name = g."khmerPersonal" AND n.khmer_personal_name = g."khmerFamily"`,
  ),
  born: born("p.date_of_birth = g.born", 40),
  bornNear: born("p.date_of_birth BETWEEN g.born - 30 AND g.born + 30", 30),
} as const;

function namesakes(condition: string): string {
  return `(SELECT n.id FROM person n LEFT JOIN student ns ON ns.person_id = n.id
            WHERE ${condition}
              AND (n.date_of_birth BETWEEN g.born - 30 AND g.born + 30
                   OR (n.birth_province = g.province AND ns.current_programme_id = g."programmeId"))
            LIMIT 60)`;
}

/** pg_trgm does not mind the order of the words; 0.25 lets through every name that is 0.75 alike. */
function born(condition: string, limit: number): string {
  return `(SELECT p.id FROM person p
            WHERE ${condition}
              AND (left(p.family_name, 1) = ANY(g.initials) OR left(p.personal_name, 1) = ANY(g.initials)
                   OR p.khmer_family_name = g."khmerFamily")
              AND (similarity(lower(p.family_name || ' ' || p.personal_name), g.latin) >= 0.25
                   OR p.khmer_family_name = g."khmerFamily")
            ORDER BY similarity(lower(p.family_name || ' ' || p.personal_name), g.latin) DESC LIMIT ${limit})`;
}

/** Only to be shown while somebody types: they alone are no candidates. */
const WHILE_TYPING = [
  "(SELECT id FROM person WHERE family_name = g.family AND personal_name = g.personal ORDER BY id DESC LIMIT 20)",
  "(SELECT id FROM person WHERE family_name = g.personal AND personal_name = g.family ORDER BY id DESC LIMIT 10)",
  `(SELECT id FROM person WHERE khmer_family_name = g."khmerFamily" AND khmer_personal_name = g."khmerPersonal" LIMIT 20)`,
  `(SELECT id FROM person WHERE g.latin <% search_key ORDER BY word_similarity(g.latin, search_key) DESC LIMIT 20)`,
];
/** Whom the probe was compared with before: they are compared again, whatever they share now. */
const KNOWN = [
  "(SELECT right_id FROM duplicate_candidate WHERE left_id = g.self)",
  "(SELECT left_id FROM duplicate_candidate WHERE right_id = g.self)",
];

function sql(typing: boolean): string {
  const branches = [...Object.values(BRANCHES), ...(typing ? WHILE_TYPING : KNOWN)];
  return `SELECT g.key, hit.person_id AS "personId"
    FROM (SELECT r.*, (SELECT id FROM programme WHERE code = r.programme) AS "programmeId"
            FROM jsonb_to_recordset($1::jsonb) AS r(
              key int, self int, family text, personal text, "khmerFamily" text, "khmerPersonal" text, latin text,
              initials text[], born date, province text, programme text, phones text[], emails text[])) AS g
   CROSS JOIN LATERAL (SELECT DISTINCT found.person_id FROM (${branches.join("\n UNION ALL ")}) AS found(person_id)
                        WHERE found.person_id IS DISTINCT FROM g.self) AS hit`;
}
const SQL = { typing: sql(true), stored: sql(false) };

function keyOf({ facts, self }: Probe, key: number) {
  const latin = foldLatin(`${facts.familyName} ${facts.personalName}`);
  const khmer = facts.khmerIsGuess ? [null, null] : [facts.khmerFamilyName, facts.khmerPersonalName];
  return {
    key,
    self,
    family: facts.familyName,
    personal: facts.personalName,
    khmerFamily: khmer[0] || null,
    khmerPersonal: khmer[1] || null,
    latin,
    initials: [...new Set([facts.familyName.slice(0, 1), facts.personalName.slice(0, 1)])].filter(Boolean),
    born: facts.dateOfBirth,
    province: facts.birthProvince,
    programme: facts.programme,
    phones: facts.phones,
    emails: facts.emails,
  };
}

/** Everybody who may be meant, compared: for each probe its matches, those below the threshold included. */
async function compareAll(read: Reader, probes: readonly Probe[], typing: boolean): Promise<Match[][]> {
  const hits = await read<{ key: number; personId: number }>(typing ? SQL.typing : SQL.stored, [
    JSON.stringify(probes.map(keyOf)),
  ]);
  const known: Map<number, KnownPerson> = await readFacts(read, [
    ...new Set(hits.map((hit) => hit.personId)),
  ]);
  const found: Match[][] = probes.map(() => []);
  for (const { key, personId } of hits) {
    const other = known.get(personId);
    const probe = probes[key];
    if (!other || !probe) continue;
    const { facts, ...person } = other;
    found[key]?.push({ ...person, verdict: compareFacts(probe.facts, facts) });
  }
  return found;
}

/** The best ten matches above 0.3 for somebody who is being entered (domain.md 2.2). */
export async function matchesWhileTyping(read: Reader, facts: DuplicateFacts): Promise<Match[]> {
  const [found = []] = await compareAll(read, [{ facts, self: null }], true);
  return bestMatches(found);
}

/**
 * The best ten matches of many people, in their order, two statements whatever their number: for imports and the
 * nightly comparison. `all` holds the weaker ones too: pairs found before are judged anew.
 */
export async function matchesOf(
  read: Reader,
  probes: readonly Probe[],
): Promise<{ best: Match[]; all: Match[] }[]> {
  if (probes.length === 0) return [];
  const found = await compareAll(read, probes, false);
  return found.map((all) => ({ best: bestMatches(all), all }));
}
