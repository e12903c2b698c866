import "server-only";
import { digitsOf, normalisePhone, searchTokens } from "@/lib/people/rules";
import type { SearchMatch } from "@/lib/people/schemas";
import { sees } from "@/lib/people/visible-fields";
import type { Actor } from "@/lib/platform/access/actor";
import { COUNT_LIMIT } from "@/lib/platform/db/paging";
import { hasKhmer } from "@/lib/platform/i18n/khmer";

/** Greater than every text that begins with the prefix: the end of a range in byte order. */
const AFTER = "\u{10ffff}";

/**
 * Whom a search looks for. Those who work here are few among a million: they are looked through by themselves, or the
 * first hits of a common name would all be students.
 */
export type Among = "students" | "employees" | "everybody";

/**
 * A part of a statement that finds people: common table expressions ending in `hit(person_id, rank)`, the lowest rank
 * best (`matchOf`). `key` names the shape, for the name of the prepared statement.
 */
export type Hits = { key: string; ctes: string };

/** How a hit of a rank was found, from the surest to a guess. */
export function matchOf(rank: number): SearchMatch {
  if (rank < 10) return "exact";
  if (rank < 20) return "beginning";
  if (rank < 30) return rank === 20 ? "alias" : rank === 21 ? "phone" : "email";
  return rank < 40 ? "corrected" : "similar";
}

/**
 * Hits that a list looks at. Never fewer than the list itself does: a search that may stop early finds fewer people,
 * and a selection of "everybody who matches" must be the people whom the list showed.
 */
export function hitsOf(atMost: number): number {
  return Math.max(atMost, COUNT_LIMIT + 1);
}

type Bind = (value: unknown) => string;

function range(column: string, prefix: string, bind: Bind): string {
  return `${column} >= ${bind(prefix)} AND ${column} < ${bind(prefix + AFTER)}`;
}

/** The best rank of every person in some selects of `person_id, rank`. */
function best(key: string, parts: string[]): Hits {
  return {
    key,
    ctes: `hit AS (SELECT person_id, min(rank) AS rank FROM (${parts.join(" UNION ALL ")}) AS any_of GROUP BY person_id)`,
  };
}

/** A number, with or without zeros, the beginning of one, an older one, or a telephone number in any notation. */
function numberHits(
  actor: Actor,
  { text, digits, limit, among }: { text: string; digits: string; limit: number; among: Among },
  bind: Bind,
): Hits {
  const phone = normalisePhone(text);
  const zero = digits.startsWith("0");
  const number = bind(digits.length <= 9 ? Number(digits) : -1);
  const parts: string[] = [];
  if (among !== "employees") {
    const column = zero ? "number_label" : '(number::text COLLATE "C")';
    parts.push(
      `(SELECT person_id, 0 AS rank FROM student WHERE number = ${number}::integer)`,
      `(SELECT person_id, 10 FROM student WHERE ${range(column, digits, bind)} ORDER BY ${column} LIMIT ${limit})`,
      `(SELECT student_id, 20 FROM student_alias WHERE ${range("upper(alias)", digits, bind)} LIMIT ${limit})`,
    );
  }
  if (among !== "students") {
    const begins = `starts_with(number::text, ${bind(digits.replace(/^0+(?=\d)/, ""))})`;
    for (const table of ["teacher", "staff"])
      parts.push(
        `(SELECT person_id, CASE WHEN number = ${number}::integer THEN 0 ELSE 10 END AS rank FROM ${table} WHERE ${begins})`,
      );
  }
  // Finding somebody by a number would tell whose it is.
  const withPhone = phone.length >= 3 && sees(actor, "phones");
  if (withPhone)
    parts.push(
      `(SELECT person_id, 21 AS rank FROM phone WHERE ${range("digits", phone, bind)} LIMIT ${limit})`,
    );
  return best(`number-${limit}-${zero ? "label" : "text"}${withPhone ? "-phone" : ""}-${among}`, parts);
}

/** An e-mail from its beginning to at least the @, of the kinds that the actor sees; null when that is none. */
function emailHits(actor: Actor, text: string, limit: number, bind: Bind): Hits | null {
  const wanted = text.trim().toLowerCase();
  const columns = [
    ...(sees(actor, "school_email") ? ["school_email"] : []),
    ...(sees(actor, "emails") ? ["personal_email"] : []),
  ];
  if (columns.length === 0) return null;
  const parts = columns.map((column) => {
    const lower = `lower(${column}::text) COLLATE "C"`;
    return `(SELECT id AS person_id, CASE WHEN ${lower} = ${bind(wanted)} THEN 0 ELSE 22 END AS rank FROM person
      WHERE ${column} IS NOT NULL AND ${range(`(${lower})`, wanted, bind)} LIMIT ${limit})`;
  });
  return best(`email-${limit}-${columns.join("-")}`, parts);
}

/** Names by their words, slips of the pen and parts (prisma/sql/people/search-words.sql); an older number with letters. */
function nameHits(text: string, tokens: string[], limit: number, among: Among, bind: Bind): Hits {
  const words = bind(tokens);
  const parts: string[] = [];
  if (among !== "employees") {
    const alias = text.replace(/\s/g, "").toUpperCase();
    parts.push(
      `SELECT person_id, rank FROM people_search_names(${words}::text[], ${limit})`,
      `(SELECT student_id, 20 FROM student_alias WHERE ${range("upper(alias)", alias, bind)} LIMIT ${limit})`,
    );
  }
  if (among !== "students")
    parts.push(`SELECT person_id, rank FROM people_search_employees(${words}::text[])`);
  return best(`name-${limit}-${among}`, parts);
}

/**
 * What somebody typed as a search: a number or its beginning, a telephone number, an e-mail, names in both scripts in
 * any order and part, an older number. Parameters are pushed onto `values`; at most `limit` hits of each kind.
 * Null when there is too little to search for: nothing, or one Latin letter. Nobody is found by what the actor may not
 * see of a person (visible-fields.ts).
 */
export function findHits(
  actor: Actor,
  text: string,
  values: unknown[],
  limit: number,
  among: Among = "everybody",
): Hits | null {
  const bind: Bind = (value) => `$${values.push(value)}`;
  const digits = digitsOf(text);
  if (digits && /^[\d\s+().\-/]+$/.test(text.normalize("NFKC").replace(/[០-៩]/g, "0").trim())) {
    return numberHits(actor, { text, digits, limit, among }, bind);
  }
  if (/^\s*\S{2,}@\S*\s*$/.test(text)) return emailHits(actor, text, limit, bind);
  const tokens = searchTokens(text);
  const letters = tokens.join("");
  if (letters.length < (hasKhmer(letters) ? 1 : 2)) return null;
  return nameHits(text, tokens, limit, among, bind);
}
