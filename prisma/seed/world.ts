import { type HolidayRow, makeHolidays } from "./calendar/holidays";
import { makeTerms, type TermRow, type TermType } from "./calendar/terms";
import { type Catalogue, makeCatalogue } from "./curriculum/catalogue";
import { makeProgrammes, type ProgrammeRow } from "./curriculum/programmes";
import { makeScales, type ScaleRow } from "./curriculum/scales";
import type { DayNumber } from "./days";
import { type DepartmentRow, makeDepartments } from "./organization/departments";
import { makeRooms, type RoomRow } from "./organization/rooms";

/** Everything that stands before the first student comes: the small tables, in memory. */
export type World = {
  anchor: DayNumber;
  departments: DepartmentRow[];
  rooms: RoomRow[];
  terms: TermRow[];
  holidays: HolidayRow[];
  programmes: ProgrammeRow[];
  catalogue: Catalogue;
  scales: ScaleRow[];
  /** @throws Error when that type has no term in the quarter */
  term(type: TermType, quarter: number): TermRow;
  programme(code: string): ProgrammeRow;
  /** Courses whose pass opens another course, with the strictest letter that is asked for. */
  leastPass: Map<number, string>;
};

export function makeWorld(anchor: DayNumber): World {
  const terms = makeTerms(anchor);
  const programmes = makeProgrammes();
  const catalogue = makeCatalogue();
  const byTerm = new Map(terms.map((term) => [`${term.type} ${term.quarter}`, term]));
  const byProgramme = new Map(programmes.map((programme) => [programme.code, programme]));
  const leastPass = new Map<number, string>();
  for (const course of catalogue.courses) {
    for (const { course: required, minimum } of course.prerequisites) {
      if (minimum !== "D" || !leastPass.has(required.id)) leastPass.set(required.id, minimum);
    }
  }
  return {
    anchor,
    departments: makeDepartments(),
    rooms: makeRooms(),
    terms,
    holidays: makeHolidays(anchor),
    programmes,
    catalogue,
    scales: makeScales(),
    leastPass,
    term(type, quarter) {
      const term = byTerm.get(`${type} ${quarter}`);
      if (!term) throw new Error(`no ${type} term in quarter ${quarter}`);
      return term;
    },
    programme(code) {
      const programme = byProgramme.get(code);
      if (!programme) throw new Error(`no programme ${code}`);
      return programme;
    },
  };
}
