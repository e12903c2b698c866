import { searchKey } from "@/lib/people/rules";
import { type DayNumber, dayIn, instantText } from "../days";
import { type DrawnName, drawName } from "../names/draw";
import type { Random } from "../random";

export type KhmerNameSource = "USER" | "APPROXIMATED" | "LEGACY" | "VERIFIED" | "IMPORT";
export type PhoneRow = { number: string; comment: string | null; preferred: boolean; telegram: boolean };

export type PersonRow = DrawnName & {
  id: number;
  publicId: string;
  khmerNameSource: KhmerNameSource | null;
  gender: "M" | "F" | "X";
  dateOfBirth: DayNumber | null;
  birthProvince: string | null;
  citizenship: string;
  schoolEmail: string | null;
  personalEmail: string | null;
  createdAt: string;
  phones: PhoneRow[];
};

/** Where students come from: the campus's own province first, then its neighbours and the large ones. */
const provinces = [
  ["SIEM_REAP", 520],
  ["BANTEAY_MEANCHEY", 70],
  ["BATTAMBANG", 68],
  ["KAMPONG_THOM", 60],
  ["ODDAR_MEANCHEY", 48],
  ["PREAH_VIHEAR", 30],
  ["KAMPONG_CHAM", 42],
  ["PHNOM_PENH", 38],
  ["PREY_VENG", 22],
  ["TAKEO", 16],
  ["KANDAL", 14],
  ["PURSAT", 12],
  ["TBOUNG_KHMUM", 10],
  ["KAMPONG_CHHNANG", 9],
  ["SVAY_RIENG", 8],
  ["KAMPONG_SPEU", 7],
  ["KAMPOT", 6],
  ["KRATIE", 5],
  ["STUNG_TRENG", 3],
  ["PAILIN", 3],
  ["RATANAKIRI", 2],
  ["PREAH_SIHANOUK", 2],
  ["KOH_KONG", 2],
  ["MONDULKIRI", 1],
  ["KEP", 1],
  ["UNKNOWN", 25],
] as const;

/**
 * Prefixes of Cambodian mobile networks. The number after the prefix begins with 0, which no network assigns, so that
 * an invented number never rings anywhere.
 */
const prefixes = [
  "010",
  "011",
  "012",
  "015",
  "016",
  "017",
  "061",
  "069",
  "070",
  "077",
  "078",
  "081",
  "085",
  "086",
  "087",
  "089",
  "092",
  "093",
  "095",
  "098",
  "099",
];
const longPrefixes = ["088", "096", "097", "071"];

export function inventPhone(random: Random): string {
  const long = random.chance(0.25);
  const digits = random.int(0, long ? 999_999 : 99_999);
  return `${random.pick(long ? longPrefixes : prefixes)}0${String(digits).padStart(long ? 6 : 5, "0")}`;
}

/** A few people have no number on file, most one, some two; the first is the preferred one. */
function inventPhones(random: Random): PhoneRow[] {
  const count = random.weighted([
    [0, 4],
    [1, 66],
    [2, 28],
    [3, 2],
  ] as const);
  return Array.from({ length: count }, (_, index) => ({
    number: inventPhone(random),
    comment: index === 0 ? null : random.pick(["home", "work", "parents", null]),
    preferred: index === 0,
    telegram: random.chance(index === 0 ? 0.7 : 0.2),
  }));
}

export type PersonWish = {
  id: number;
  /** Day on which the person was first put on file. */
  since: DayNumber;
  /** Age on that day, in years, from and to. */
  age: readonly [number, number];
  female: number;
  foreign: number;
  citizenship?: string;
  emailDomain: string | null;
  /** What makes the e-mail unique. */
  emailKey: string;
  fixed?: { name: DrawnName; gender: "M" | "F" };
};

/** Draws a person: name in both scripts, birth, origin, ways to reach them. Everything is invented. */
export function inventPerson(
  random: Random,
  wish: PersonWish,
  foreigners: readonly (readonly [string, number])[],
): PersonRow {
  const sex = wish.fixed?.gender ?? (random.chance(wish.female) ? "F" : "M");
  const abroad = !wish.fixed && random.chance(wish.foreign);
  const citizenship = abroad ? random.weighted(foreigners) : "KH";
  const name = wish.fixed?.name ?? drawName(random, sex, citizenship);
  const noKhmer = !wish.fixed && random.chance(0.035);
  const khmer = name.khmerFamilyName !== null && !noKhmer;
  const born = wish.since - Math.round((random.int(wish.age[0], wish.age[1]) + random.next()) * 365.25);
  const email = `${name.personalName}.${name.familyName}${wish.emailKey}`
    .toLowerCase()
    .replace(/[^a-z0-9.-]/g, "");
  return {
    ...name,
    khmerFamilyName: khmer ? name.khmerFamilyName : null,
    khmerPersonalName: khmer ? name.khmerPersonalName : null,
    khmerNameSource: khmer
      ? random.weighted([
          ["VERIFIED", 38],
          ["USER", 12],
          ["APPROXIMATED", 22],
          ["LEGACY", 18],
          ["IMPORT", 10],
        ] as const)
      : null,
    id: wish.id,
    publicId: random.uuid(),
    gender: !wish.fixed && random.chance(0.004) ? "X" : sex,
    dateOfBirth: random.chance(0.015) ? null : Math.max(born, dayIn(1950, 1, 1)),
    birthProvince: abroad ? "INTERNATIONAL" : random.weighted(provinces),
    citizenship,
    schoolEmail: wish.emailDomain ? `${email}@${wish.emailDomain}` : null,
    personalEmail: random.chance(0.45) ? `${email}@mail.example` : null,
    createdAt: instantText(wish.since, random.int(480, 1020)),
    phones: inventPhones(random),
  };
}

export function searchKeyOf(person: DrawnName): string {
  return searchKey(person);
}
