import "server-only";
import { digitsOf, normalisePhone, searchTokens } from "@/lib/people/rules";
import { hasKhmer } from "@/lib/platform/i18n/khmer";

/** Greater than every text that begins with the prefix: the end of a range in byte order. */
const AFTER = "\u{10ffff}";
/** Fewer hits than this by prefix, and slips of the pen are looked for as well (blueprints.md 11). */
const ENOUGH = 10;

/**
 * A part of a statement that finds people: common table expressions ending in `hit(person_id, rank)`, rank 0 best,
 * 5 a guess. `key` names the shape, for the name of the prepared statement.
 */
export type Hits = { key: string; ctes: string };

type Bind = (value: unknown) => string;

function range(column: string, prefix: string, bind: Bind): string {
  return `${column} >= ${bind(prefix)} AND ${column} < ${bind(prefix + AFTER)}`;
}

/** A number, with or without zeros, the beginning of one, or a telephone number in any notation. */
function numberHits(text: string, digits: string, limit: number, bind: Bind): Hits {
  const phone = normalisePhone(text);
  const zero = digits.startsWith("0");
  const column = zero ? "number_label" : '(number::text COLLATE "C")';
  const number = digits.length <= 9 ? Number(digits) : -1;
  const parts = [
    `(SELECT person_id, 0 AS rank FROM student WHERE number = ${bind(number)}::integer)`,
    `(SELECT person_id, 1 FROM student WHERE ${range(column, digits, bind)} ORDER BY ${column} LIMIT ${limit})`,
    `(SELECT student_id, 2 FROM student_alias WHERE ${range("upper(alias)", digits, bind)} LIMIT ${limit})`,
  ];
  const withPhone = phone.length >= 3;
  if (withPhone)
    parts.push(`(SELECT person_id, 3 FROM phone WHERE ${range("digits", phone, bind)} LIMIT ${limit})`);
  return {
    key: `number-${limit}-${zero ? "label" : "text"}${withPhone ? "-phone" : ""}`,
    ctes: `hit AS (SELECT person_id, min(rank) AS rank FROM (${parts.join(" UNION ALL ")}) AS any_of GROUP BY person_id)`,
  };
}

/** Parts of names and slips of the pen, by trigrams; costs some milliseconds, so it runs only when little was found. */
function similar(tokens: string[], bind: Bind): string {
  const joined = bind(tokens.join(" "));
  const parts = tokens.map((word) => `p.search_key LIKE ${bind(`%${word}%`)}`).join(" AND ");
  return `SELECT p.id, CASE WHEN ${parts} THEN 4 ELSE 5 END
    FROM person p
   WHERE (SELECT count(*) FROM found) < ${ENOUGH} AND ((${parts}) OR ${joined} <% p.search_key)
   ORDER BY word_similarity(${joined}, p.search_key) DESC LIMIT 30`;
}

/** Every word begins some name, in any order; an older number with letters; too few found: parts and slips. */
function nameHits(text: string, tokens: string[], limit: number, bind: Bind): Hits {
  // The longest word is the rarest: it leads, the others are looked up per person.
  const [lead = "", ...others] = tokens.toSorted((a, b) => b.length - a.length);
  const whole = bind(lead);
  const also = others
    .map(
      (word) => `AND EXISTS (SELECT FROM person_search_token o
                  WHERE o.person_id = t.person_id AND ${range("o.token", word, bind)})`,
    )
    .join(" ");
  const byName = `SELECT t.person_id, min(CASE WHEN t.token = ${whole} THEN 1 ELSE 2 END) AS rank
    FROM person_search_token t WHERE ${range("t.token", lead, bind)} ${also}
   GROUP BY t.person_id ORDER BY rank, t.person_id DESC LIMIT ${limit}`;
  const alias = text.replace(/\s/g, "").toUpperCase();
  const byAlias = `SELECT student_id, 0 FROM student_alias WHERE ${range("upper(alias)", alias, bind)} LIMIT ${limit}`;
  const guess = lead.length < 3 ? "" : `UNION ALL (${similar(tokens, bind)})`;
  return {
    key: `name-${limit}-${tokens.length}${guess ? "" : "-short"}`,
    ctes: `found AS ((${byName}) UNION ALL (${byAlias})),
      hit AS (SELECT person_id, min(rank) AS rank FROM (SELECT * FROM found ${guess}) AS any_of GROUP BY person_id)`,
  };
}

/**
 * What somebody typed as a search: a number or its beginning, a telephone number, names in both scripts in any
 * order and part, an older number. Parameters are pushed onto `values`; at most `limit` hits of each kind.
 * Null when there is too little to search for: nothing, or one Latin letter.
 */
export function findHits(text: string, values: unknown[], limit: number): Hits | null {
  const bind: Bind = (value) => `$${values.push(value)}`;
  const digits = digitsOf(text);
  if (digits && /^[\d\s+().\-/]+$/.test(text.normalize("NFKC").replace(/[០-៩]/g, "0").trim())) {
    return numberHits(text, digits, limit, bind);
  }
  const tokens = searchTokens(text);
  const letters = tokens.join("");
  if (letters.length < (hasKhmer(letters) ? 1 : 2)) return null;
  return nameHits(text, tokens, limit, bind);
}
