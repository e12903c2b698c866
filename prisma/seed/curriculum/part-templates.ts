import { CYCLES, makeProgrammes } from "./programmes";
import { textbooks } from "./textbooks";

/** A part of a template; days 1 Monday … 7 Sunday, `band` the first or second lesson of a time of day. */
export type TemplatePartRow = {
  id: number;
  session: number;
  code: number;
  type: string;
  name: string;
  nameKm: string;
  weight: number;
  days: readonly number[];
  /** Minutes of one meeting. */
  minutes: number;
  band: 0 | 1;
  /** Ids of its textbooks (textbooks.ts). */
  books: readonly number[];
};

export type TemplateSetRow = {
  id: number;
  programmeId: number;
  programme: string;
  name: string;
  nameKm: string;
  levels: readonly [from: number, to: number];
  sessions: number;
  parts: TemplatePartRow[];
};

type Draft = [
  type: string,
  name: string,
  nameKm: string,
  weight: number,
  days: readonly number[],
  band?: 0 | 1,
  books?: readonly string[],
];

const MON_WED = [1, 3] as const;
const TUE_THU = [2, 4] as const;
const BRIDGES = ["Bridges to English 1", "Bridges to English 2", "Bridges to English 3"];

const early: Draft[] = [
  ["GRAMMAR", "Grammar & Vocabulary", "វេយ្យាករណ៍ និងវាក្យសព្ទ", 0.4, MON_WED, 0, BRIDGES],
  ["CONVERSATION", "Conversation", "សន្ទនា", 0.4, TUE_THU],
  ["COMPUTER", "Computer", "កុំព្យូទ័រ", 0.2, [5]],
];
const middle: Draft[] = [
  ["VENTURES", "Ventures", "សៀវភៅ Ventures", 0.4, MON_WED, 0, ["Everyday Ventures"]],
  ["READING", "Reading", "ការអាន", 0.4, TUE_THU],
  ["COMPUTER", "Computer", "កុំព្យូទ័រ", 0.2, [5]],
];
const late: Draft[] = [
  ["WRITING", "Academic Writing", "ការសរសេរបែបសិក្សា", 0.35, MON_WED, 0, ["Academic Voices"]],
  ["READING", "Reading & Discussion", "ការអាន និងការពិភាក្សា", 0.35, TUE_THU, 0, ["Reading the World"]],
  ["SPEAKING", "Speaking", "ការនិយាយ", 0.3, [5]],
];
const ieap: Draft[] = [
  ["MAIN", "Core", "ផ្នែកស្នូល", 0.5, [1, 3, 5], 0, ["English for the Academy"]],
  ["DISCUSSION", "Academic Skills", "បំណិនសិក្សា", 0.3, TUE_THU],
  ["LAB", "Lab", "ការអនុវត្ត", 0.2, MON_WED, 1],
];
const express: Draft[] = [
  ["MAIN", "Integrated", "បំណិនរួម", 0.5, [6], 0, ["Weekend English"]],
  ["CONVERSATION", "Communication", "ការប្រាស្រ័យទាក់ទង", 0.5, [7]],
];

const sets: [programme: string, levels: [number, number], name: string, nameKm: string, parts: Draft[]][] = [
  ...["EHSS", "GESL"].flatMap((programme): typeof sets => [
    [programme, [1, 6], "Levels 1 to 6", "កម្រិត 1 ដល់ 6", early],
    [programme, [7, 7], "Level 7", "កម្រិត 7", middle],
    [programme, [8, 12], "Levels 8 to 12", "កម្រិត 8 ដល់ 12", late],
  ]),
  ["IEAP", [-2, 4], "All levels", "គ្រប់កម្រិត", ieap],
  ["EXPRESS", [-1, 4], "All levels", "គ្រប់កម្រិត", express],
];

/** The templates of language classes (domain.md 4.2); IEAP has two sessions of the same parts. */
export function makeTemplates(): TemplateSetRow[] {
  const programmes = new Map(
    makeProgrammes()
      .filter((row) => row.cycleId === CYCLES.LANG)
      .map((row) => [row.code, row.id]),
  );
  let part = 0;
  return sets.map(([programme, levels, name, nameKm, drafts], index) => {
    const sessions = programme === "IEAP" ? 2 : 1;
    const parts = Array.from({ length: sessions }, (_, session) =>
      drafts.map(([type, partName, partNameKm, weight, days, band = 0, titles = []], place) => ({
        id: ++part,
        session: session + 1,
        code: place + 1,
        type,
        name: partName,
        nameKm: partNameKm,
        weight,
        days,
        // Weekend classes last three hours (domain.md 1.3).
        minutes: (days[0] ?? 1) >= 6 ? 180 : 90,
        band,
        books: textbooks.filter(({ title }) => titles.includes(title)).map(({ id }) => id),
      })),
    ).flat();
    const programmeId = programmes.get(programme) ?? 0;
    return { id: index + 1, programmeId, programme, name, nameKm, levels, sessions, parts };
  });
}

const templates = makeTemplates();

/** The template of a language course. @throws Error when no set holds its level */
export function templateOf(programme: string | null, level: number | null): TemplateSetRow {
  const found = templates.find(
    (set) =>
      set.programme === programme && level !== null && set.levels[0] <= level && level <= set.levels[1],
  );
  if (!found) throw new Error(`no template for ${programme} ${level}`);
  return found;
}
