import { CURRENT_QUARTER, hasTerm, type TermType } from "../calendar/terms";
import type { Random } from "../random";

/** Where a part of a student's life takes place; every track has its own terms. */
export type Track = "A" | "B" | "BA" | "MA";
export type Outcome = "ACTIVE" | "COMPLETED" | "CHANGED" | "LEFT";

/** Time in one programme: the quarters in which the student sat in classes, all of them over. */
export type Segment = { programme: string; track: Track; quarters: number[]; outcome: Outcome };

/** What is decided about a student before anything is told: the segments in time, oldest first. */
export type Plan = { segments: Segment[]; active: boolean; persona: boolean };

/** The type of term in which a track's classes of a quarter run. Master's courses used special terms at first. */
export function termTypeOf(track: Track, quarter: number): TermType {
  if (track === "A") return "ENG_A";
  if (track === "B") return "ENG_B";
  if (track === "BA") return "BA";
  return hasTerm("MA", quarter) ? "MA" : "X";
}

/** The last `count` quarters of a track before `before`, oldest first; fewer when its terms do not reach back so far. */
function quartersBefore(track: Track, before: number, count: number): number[] {
  const quarters: number[] = [];
  for (let quarter = before - 1; quarter >= 0 && quarters.length < count; quarter--) {
    if (hasTerm(termTypeOf(track, quarter), quarter)) quarters.unshift(quarter);
  }
  return quarters;
}

type Wanted = { programme: string; track: Track; terms: number; outcome: Outcome; gapAfter: number };

/** Lays the wanted segments end to end so that the last one ends just before `before`. */
function layBack(wanted: Wanted[], before: number): Segment[] {
  const segments: Segment[] = [];
  let end = before;
  for (const { programme, track, terms, outcome, gapAfter } of [...wanted].reverse()) {
    const quarters = quartersBefore(track, end - gapAfter, terms);
    end = quarters[0] ?? end - gapAfter;
    segments.unshift({ programme, track, quarters, outcome });
  }
  return segments;
}

function languageProgramme(random: Random): string {
  return random.weighted([
    ["GESL", 50],
    ["EHSS", 33],
    ["IEAP", 17],
  ]);
}

/** Terms that a programme's levels leave room for. */
function languageTerms(random: Random, programme: string, longest: number): number {
  const terms = Math.min(longest, 1 + Math.floor(random.next() ** 0.68 * 12));
  return programme === "IEAP" ? Math.min(terms, 4) : terms;
}

function languageBeforeDegree(random: Random): Wanted {
  const gapAfter = random.weighted([
    [0, 7],
    [1, 2],
    [3, 1],
  ]);
  if (random.chance(0.5)) {
    return { programme: "IEAP", track: "A", terms: random.int(2, 6), outcome: "COMPLETED", gapAfter };
  }
  const programme = random.pick(["GESL", "EHSS"]);
  return { programme, track: "A", terms: random.int(3, 10), outcome: "CHANGED", gapAfter };
}

const bachelors = [
  ["BUSADMIN", 31],
  ["TOUR-HOSP", 26],
  ["FIN-BANK", 15],
  ["TESOL", 19],
  ["IR", 9],
] as const;
const masters = [
  ["MBA", 50],
  ["MED-TESOL", 28],
  ["MED-LEAD", 22],
] as const;

function bachelorBeforeMaster(random: Random): Wanted {
  const programme = random.weighted(bachelors);
  return {
    programme,
    track: "BA",
    terms: random.int(15, 16),
    outcome: "COMPLETED",
    gapAfter: random.int(0, 8),
  };
}

/** Somebody who studies now: between the first term and the end of the programme. */
export function activePlan(random: Random): Plan {
  const track = random.weighted([
    ["A", 57.5],
    ["B", 18],
    ["BA", 21],
    ["MA", 3.5],
  ] as const);
  const wanted: Wanted[] = [];
  if (track === "A" || track === "B") {
    const programme = track === "B" ? random.pick(["GESL", "EHSS"]) : languageProgramme(random);
    const terms = Math.min(
      Math.floor(random.next() ** 1.5 * 10),
      programme === "IEAP" ? 4 : track === "B" ? 8 : 10,
    );
    wanted.push({ programme, track, terms, outcome: "ACTIVE", gapAfter: 0 });
  } else if (track === "BA") {
    if (random.chance(0.75)) wanted.push(languageBeforeDegree(random));
    const terms = Math.floor(random.next() ** 1.1 * 13);
    const programme = random.weighted([...bachelors, ["BUSADMIN-AA", 3]] as const);
    const length = programme === "BUSADMIN-AA" ? Math.min(terms, 5) : terms;
    wanted.push({ programme, track: "BA", terms: length, outcome: "ACTIVE", gapAfter: 0 });
  } else {
    if (random.chance(0.6)) wanted.push(languageBeforeDegree(random));
    wanted.push(bachelorBeforeMaster(random));
    wanted.push({
      programme: random.weighted(masters),
      track: "MA",
      terms: random.int(0, 4),
      outcome: "ACTIVE",
      gapAfter: 0,
    });
  }
  return { segments: layBack(wanted, CURRENT_QUARTER), active: true, persona: false };
}

/** Somebody who has left: what they came for, how it ended, and when. */
export function formerPlan(random: Random): Plan {
  const end = formerEnd(random);
  const kind = random.weighted([
    ["language", 70],
    ["certificate", 12],
    ["dropout", 6],
    ["degree", 10.5],
    ["master", 1.5],
  ] as const);
  const leaverEnd = Math.min(end, CURRENT_QUARTER - 2);
  const language = languageProgramme(random);
  const wanted: Wanted[] = [];
  let before = leaverEnd + 1;
  if (kind === "certificate") {
    const terms = language === "IEAP" ? random.int(3, 6) : random.int(5, 12);
    wanted.push({ programme: language, track: "A", terms, outcome: "COMPLETED", gapAfter: 0 });
    before = end + 1;
  } else if (kind === "dropout" && end > 14) {
    if (random.chance(0.7)) wanted.push(languageBeforeDegree(random));
    wanted.push({
      programme: random.weighted(bachelors),
      track: "BA",
      terms: random.int(1, 11),
      outcome: "LEFT",
      gapAfter: 0,
    });
  } else if (kind === "degree" && end > 28) {
    if (random.chance(0.7)) wanted.push(languageBeforeDegree(random));
    const associate = random.chance(0.08);
    const terms = associate ? random.int(8, 9) : random.int(15, 17);
    const programme = associate ? "BUSADMIN-AA" : random.weighted(bachelors);
    wanted.push({ programme, track: "BA", terms, outcome: "COMPLETED", gapAfter: 0 });
    before = end + 1;
  } else if (kind === "master" && end > 48) {
    if (random.chance(0.5)) wanted.push(languageBeforeDegree(random));
    wanted.push(bachelorBeforeMaster(random));
    const completed = random.chance(0.75);
    const terms = completed ? random.int(7, 8) : random.int(1, 4);
    wanted.push({
      programme: random.weighted(masters),
      track: "MA",
      terms,
      outcome: completed ? "COMPLETED" : "LEFT",
      gapAfter: 0,
    });
    if (completed) before = end + 1;
  } else {
    const track = end >= 63 && language !== "IEAP" && random.chance(0.25) ? "B" : "A";
    const terms = languageTerms(random, language, 11);
    wanted.push({ programme: language, track, terms, outcome: "LEFT", gapAfter: 0 });
  }
  return { segments: layBack(wanted, before), active: false, persona: false };
}

/** The last quarter of somebody who left: the campus grew for five years, then stayed as large as it is. */
function formerEnd(random: Random): number {
  for (;;) {
    const end = random.int(1, CURRENT_QUARTER - 1);
    if (random.next() < Math.min(1, 0.3 + end / 28)) return end;
  }
}

/** The student behind the persona: intensive English, then most of a degree in business, and still at it. */
export function personaPlan(): Plan {
  const wanted: Wanted[] = [
    { programme: "IEAP", track: "A", terms: 4, outcome: "COMPLETED", gapAfter: 0 },
    { programme: "BUSADMIN", track: "BA", terms: 9, outcome: "ACTIVE", gapAfter: 0 },
  ];
  return { segments: layBack(wanted, CURRENT_QUARTER), active: true, persona: true };
}
