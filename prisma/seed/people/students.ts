import { CURRENT_QUARTER } from "../calendar/terms";
import { type DayNumber, yearOf } from "../days";
import { familyNames } from "../names/family";
import { foreignWeights } from "../names/foreign";
import { femaleNames } from "../names/personal-female";
import { maleNames } from "../names/personal-male";
import { Random } from "../random";
import { type Life, live } from "../studies/life";
import { activePlan, formerPlan, type Plan, personaPlan, termTypeOf } from "../studies/plan";
import type { World } from "../world";
import { inventPerson, inventPhone, type PersonRow } from "./person";
import { personas } from "./personas";
import { type StatusMove, type StudentStatus, statusesOf } from "./status";

/** How many students a scale has, and how many of them study now. */
export type Size = { students: number; active: number };

export type StudyTime = "MORNING" | "AFTERNOON" | "EVENING" | "WEEKEND";

export type StudentRow = {
  person: PersonRow;
  number: number;
  status: StudentStatus;
  moves: StatusMove[];
  studyTime: StudyTime;
  isMonk: boolean;
  admittedOn: DayNumber;
  alias: string | null;
  contact: { name: string; relationship: string; phone: string; isGeneral: boolean } | null;
  life: Life;
};

/** The number of the student behind the persona, the same at every scale and on every day. */
export const PERSONA_STUDENT_NUMBER = 15015;
const HIGHEST_NUMBER = 18_700;

/** A place in the register: which life is told, and the number it got. */
export type Place = { index: number; number: number; admittedOn: DayNumber };

function planOf(index: number, size: Size): Plan {
  if (index === 0) return personaPlan();
  const random = new Random(`plan ${index}`);
  return index < size.active ? activePlan(random) : formerPlan(random);
}

/** Everybody in the order of admission with numbers as they were given out: ascending, with small gaps. */
export function makeRegister(world: World, size: Size): Place[] {
  const places: Place[] = [];
  for (let index = 0; index < size.students; index++) {
    const segment = planOf(index, size).segments[0];
    if (!segment) continue;
    const quarter = segment.quarters[0] ?? CURRENT_QUARTER;
    const start = world.term(termTypeOf(segment.track, quarter), quarter).start;
    places.push({ index, number: 0, admittedOn: start - new Random(`admission ${index}`).int(2, 30) });
  }
  places.sort((a, b) => a.admittedOn - b.admittedOn || a.index - b.index);
  const random = new Random("numbers");
  const step = HIGHEST_NUMBER / size.students;
  let number = 100;
  for (const place of places) {
    if (place.index === 0) {
      place.number = PERSONA_STUDENT_NUMBER;
      continue;
    }
    number +=
      step < 2
        ? random.weighted([
            [1, 97],
            [2, 2],
            [3, 1],
          ] as const)
        : random.int(1, Math.round(step * 2) - 2);
    if (number === PERSONA_STUDENT_NUMBER) number++;
    place.number = number;
  }
  return places.sort((a, b) => a.number - b.number);
}

const ages: Record<string, readonly [number, number]> = { EHSS: [12, 17], GESL: [15, 29], IEAP: [17, 26] };

function studyTimeOf(random: Random, programme: string): StudyTime {
  const afternoon = programme === "EHSS" ? 30 : 8;
  return random.weighted([
    ["EVENING", 76],
    ["MORNING", 12],
    ["AFTERNOON", afternoon],
    ["WEEKEND", 3],
  ] as const);
}

const relationships = [
  ["MOTHER", 34],
  ["FATHER", 33],
  ["SIBLING", 15],
  ["SPOUSE", 6],
  ["GUARDIAN", 4],
  ["GRANDPARENT", 3],
  ["FRIEND", 3],
  ["OTHER", 2],
] as const;

function contactOf(random: Random, person: PersonRow): StudentRow["contact"] {
  if (random.chance(0.22)) return null;
  const relationship = random.weighted(relationships);
  const family =
    relationship === "FATHER" || relationship === "SIBLING"
      ? person.familyName
      : random.pick(familyNames).latin;
  const woman = relationship === "MOTHER" || (relationship !== "FATHER" && random.chance(0.5));
  const given = random.pick(woman ? femaleNames : maleNames).latin;
  return {
    name: `${family} ${given}`,
    relationship,
    phone: inventPhone(random),
    isGeneral: random.chance(0.7),
  };
}

/** An alphanumeric number of the old system: letters, year, sequence. Only early students ever had one. */
function aliasOf(random: Random, admittedOn: DayNumber, programme: string, number: number): string | null {
  const year = yearOf(admittedOn);
  if (year > 2014 || !random.chance(0.12)) return null;
  return `${programme.slice(0, 2)}${year}${String(number).padStart(5, "0")}`;
}

/** Tells one student completely. The same place gives the same student, so nobody needs to be kept in memory. */
export function tellStudent(world: World, size: Size, place: Place, personId: number): StudentRow {
  const plan = planOf(place.index, size);
  const random = new Random(`student ${place.index}`);
  const life = live(world, random, plan);
  const programme = plan.segments[0]?.programme ?? "GESL";
  const persona = plan.persona ? personas.find((each) => each.role === "student") : undefined;
  const person = inventPerson(
    random,
    {
      id: personId,
      since: place.admittedOn,
      age: ages[programme] ?? [17, 27],
      female: 0.53,
      foreign: 0.03,
      emailDomain: plan.active || random.chance(0.3) ? "students.naga.example" : null,
      emailKey: `.${place.number}`,
      ...(persona ? { fixed: persona } : {}),
    },
    foreignWeights,
  );
  const moves = statusesOf(world, random, plan, life, place.admittedOn);
  return {
    person,
    number: place.number,
    status: moves.at(-1)?.to ?? "UNKNOWN",
    moves,
    studyTime: plan.persona ? "EVENING" : studyTimeOf(random, programme),
    isMonk: person.gender === "M" && person.citizenship === "KH" && random.chance(0.022),
    admittedOn: place.admittedOn,
    alias: aliasOf(random, place.admittedOn, programme, place.number),
    contact: contactOf(random, person),
    life,
  };
}
