import { type DayNumber, yearOf } from "../days";
import { inventPhone, type PersonRow } from "../people/person";
import type { StudentRow } from "../people/students";
import { Random } from "../random";
import { communes, employers, houses, jobs, nuisances, pagodas, schools, villages } from "./words";

export type Address = {
  kind: "CURRENT" | "PERMANENT";
  country: string;
  province: string | null;
  district: string | null;
  commune: string | null;
  village: string | null;
  line: string | null;
};
export type Paper = {
  kind: string;
  number: string;
  country: string;
  issuedOn: DayNumber | null;
  expiresOn: DayNumber | null;
  verified: boolean;
};
export type School = {
  level: string;
  school: string;
  province: string | null;
  endedYear: number;
  grade: string | null;
};
export type Work = { employer: string; jobTitle: string; phone: string; startedOn: DayNumber };
export type MonkTime = { ordainedOn: DayNumber | null; leftOn: DayNumber | null; pagoda: string | null };

export type Details = {
  addresses: Address[];
  papers: Paper[];
  schools: School[];
  works: Work[];
  monkTimes: MonkTime[];
};

const NONE: Details = { addresses: [], papers: [], schools: [], works: [], monkTimes: [] };

/** What is on file about a student beyond identity: much of those who study now, little of the others. Invented. */
export function inventDetails(row: StudentRow, today: DayNumber): Details {
  const random = new Random(`details ${row.person.id}`);
  const monkTimes = monkTimesOf(random, row, today);
  if (row.status !== "ACTIVE" && !random.chance(0.06)) return { ...NONE, monkTimes };
  return {
    addresses: addressesOf(random, row.person),
    papers: papersOf(random, row.person, today),
    schools: random.chance(0.7) ? [schoolOf(random, row)] : [],
    works: row.status === "ACTIVE" && random.chance(0.2) ? [workOf(random, today)] : [],
    monkTimes,
  };
}

function addressesOf(random: Random, { birthProvince, citizenship }: PersonRow): Address[] {
  const found: Address[] = [];
  const place = (kind: Address["kind"], province: string): Address => ({
    kind,
    country: "KH",
    province,
    district: null,
    commune: random.pick(communes),
    village: random.chance(0.8) ? random.pick(villages) : null,
    line: random.chance(0.5) ? random.pick(houses)(random.int(1, 400)) : null,
  });
  if (random.chance(0.85)) found.push(place("CURRENT", "SIEM_REAP"));
  const home = birthProvince && !nuisances.has(birthProvince) ? birthProvince : null;
  if (home && home !== "SIEM_REAP" && random.chance(0.6)) found.push(place("PERMANENT", home));
  if (citizenship !== "KH" && random.chance(0.5)) {
    const abroad = { district: null, commune: null, village: null };
    found.push({
      kind: "PERMANENT",
      country: citizenship,
      province: null,
      ...abroad,
      line: "1 Sample Street",
    });
  }
  return found;
}

/** Numbers begin with 999, as no office gives them out. */
function papersOf(random: Random, person: PersonRow, today: DayNumber): Paper[] {
  const number = `999${String(person.id).padStart(6, "0")}`;
  const lasting = (kind: string, prefix: string, years: number): Paper => {
    const issuedOn = today - random.int(30, years * 365 + 60);
    const expiresOn = issuedOn + years * 365;
    return {
      kind,
      number: `${prefix}${number}`,
      country: person.citizenship,
      issuedOn,
      expiresOn,
      verified: random.chance(0.7),
    };
  };
  if (person.citizenship !== "KH") return random.chance(0.9) ? [lasting("PASSPORT", "X", 10)] : [];
  const found: Paper[] = [];
  if (random.chance(0.75)) found.push(lasting("NATIONAL_ID", "", 10));
  if (random.chance(0.12)) found.push(lasting("PASSPORT", "N", 10));
  if (random.chance(0.35)) {
    const open = { country: "KH", issuedOn: null, expiresOn: null, verified: random.chance(0.5) };
    found.push({ kind: "BIRTH_CERTIFICATE", number: `B${number}`, ...open });
  }
  return found;
}

function schoolOf(random: Random, { person, admittedOn }: StudentRow): School {
  return {
    level: "UPPER_SECONDARY",
    school: random.pick(schools),
    province:
      person.birthProvince && !nuisances.has(person.birthProvince) ? person.birthProvince : "SIEM_REAP",
    endedYear: yearOf(admittedOn) - random.int(0, 3),
    grade: random.chance(0.6) ? random.pick(["A", "B", "C", "C", "D", "D", "E"]) : null,
  };
}

function workOf(random: Random, today: DayNumber): Work {
  return {
    employer: random.pick(employers),
    jobTitle: random.pick(jobs),
    phone: inventPhone(random),
    startedOn: today - random.int(60, 1_500),
  };
}

/** Monks have an open time; a few others were monks once, as many young men are for a season. */
function monkTimesOf(random: Random, row: StudentRow, today: DayNumber): MonkTime[] {
  const pagoda = random.pick(pagodas);
  if (row.isMonk) {
    const known = random.chance(0.8);
    return [{ ordainedOn: known ? today - random.int(200, 3_000) : null, leftOn: null, pagoda }];
  }
  const once = row.person.gender === "M" && row.person.citizenship === "KH" && random.chance(0.008);
  if (!once) return [];
  const leftOn = today - random.int(100, 2_000);
  return [{ ordainedOn: leftOn - random.int(20, 900), leftOn, pagoda }];
}
