import { query } from "@/lib/platform/db/pool";
import { Random } from "@/prisma/seed/random";

/** What somebody types, by kind. */
export type Mix = Record<string, string[]>;
export type Typo = { q: string; familyName: string; personalName: string };

type Person = {
  number: string;
  familyName: string;
  personalName: string;
  khmerFamilyName: string | null;
  khmerPersonalName: string | null;
  phone: string | null;
};

/** People of the database spread evenly over it, the same in every run. */
async function somePeople(count: number): Promise<Person[]> {
  return query<Person>(
    "",
    `SELECT s.number_label AS number, p.family_name AS "familyName", p.personal_name AS "personalName",
            p.khmer_family_name AS "khmerFamilyName", p.khmer_personal_name AS "khmerPersonalName",
            (SELECT number FROM phone WHERE person_id = p.id ORDER BY id LIMIT 1) AS phone
       FROM (SELECT min(number) AS low, max(number) AS high FROM student) AS ends,
            generate_series(1, $1) AS i
       CROSS JOIN LATERAL (SELECT * FROM student WHERE number >= ends.low + (ends.high - ends.low) / ($1::integer + 1) * i
                            ORDER BY number LIMIT 1) s
       JOIN person p ON p.id = s.person_id`,
    [count],
  );
}

const start = (text: string, random: Random) =>
  text.slice(0, random.int(Math.min(3, text.length), text.length));

/** The named mix of queries (the issue): `count` of each kind, made of people who are on file. */
export async function makeMix(count: number): Promise<Mix> {
  const people = await somePeople(count);
  const random = new Random("mix");
  const khmer = people.filter((person) => person.khmerFamilyName && person.khmerPersonalName);
  const phones = people.filter((person) => person.phone).map((person) => person.phone ?? "");
  const typos = makeTypos(people);
  return {
    number: people.map(({ number }) => number.slice(0, random.int(3, number.length))),
    one_name: people.map(({ familyName, personalName }) =>
      random.chance(0.5) ? familyName : start(personalName, random),
    ),
    two_names: people.map(({ familyName, personalName }) =>
      random.chance(0.7) ? `${familyName} ${start(personalName, random)}` : `${personalName} ${familyName}`,
    ),
    khmer: khmer.map((person) =>
      random.chance(0.5)
        ? `${person.khmerFamilyName} ${person.khmerPersonalName}`
        : `${person.khmerPersonalName}`,
    ),
    phone: phones.map((phone) =>
      random.chance(0.5) ? `+855 ${phone.slice(1)}` : phone.slice(0, random.int(6, phone.length)),
    ),
    typo: typos.map(({ q }) => q),
    two_letters: people.map(({ familyName }) => familyName.slice(0, 2)),
    no_hit: people.map((_, i) => (i % 3 === 0 ? "qqqq wwww" : i % 3 === 1 ? `xjzq${i}` : "99999999999")),
  };
}

const LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const KHMER = "កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ";

/** The word with one letter too many, missing, wrong, or two neighbours swapped; at any place. */
function misspell(word: string, random: Random): string {
  const letters = Array.from(word);
  const alphabet = word < "\u0100" ? LATIN : KHMER;
  for (;;) {
    const at = random.int(0, letters.length - 1);
    const kind = random.int(0, 3);
    const made = [...letters];
    if (kind === 0) made.splice(at, 0, random.pick([...alphabet]));
    else if (kind === 1) made.splice(at, 1);
    else if (kind === 2) made[at] = random.pick([...alphabet]);
    else if (at + 1 < made.length) [made[at], made[at + 1]] = [made[at + 1] ?? "", made[at] ?? ""];
    const text = made.join("");
    if (text !== word && text.trim() === text) return text;
  }
}

/** One slip in a word of four letters or more of a full name; every fourth name in Khmer. */
function makeTypos(people: Person[]): Typo[] {
  const random = new Random("typos");
  return people.flatMap((person, i) => {
    const { familyName, personalName, khmerFamilyName, khmerPersonalName } = person;
    const inKhmer = i % 4 === 3 && khmerFamilyName && khmerPersonalName;
    const [family, personal] = inKhmer ? [khmerFamilyName, khmerPersonalName] : [familyName, personalName];
    const long = [family, personal].map((word) => Array.from(word).length >= 4);
    if (!long[0] && !long[1]) return [];
    const first = long[0] && (!long[1] || random.chance(0.3));
    const q = first ? `${misspell(family, random)} ${personal}` : `${family} ${misspell(personal, random)}`;
    return [{ q, familyName, personalName }];
  });
}

export async function someTypos(count: number): Promise<Typo[]> {
  return makeTypos(await somePeople(count));
}
