import type { TermRow } from "../calendar/terms";
import type { CourseRow } from "../curriculum/catalogue";
import type { DeliveryDraft, Ids, PartDraft, WeeklyTime } from "./draft";
import { type Pattern, type Slot, weekly } from "./times";

type TemplatePart = { type: string; name: string; weight: number; days: readonly number[]; band?: 0 | 1 };

const MON_WED = [1, 3] as const;
const TUE_THU = [2, 4] as const;

function schoolParts(level: number): TemplatePart[] {
  if (level <= 6) {
    return [
      { type: "GRAMMAR", name: "Grammar & Vocabulary", weight: 0.4, days: MON_WED },
      { type: "CONVERSATION", name: "Conversation", weight: 0.4, days: TUE_THU },
      { type: "COMPUTER", name: "Computer", weight: 0.2, days: [5] },
    ];
  }
  if (level === 7) {
    return [
      { type: "VENTURES", name: "Ventures", weight: 0.4, days: MON_WED },
      { type: "READING", name: "Reading", weight: 0.4, days: TUE_THU },
      { type: "COMPUTER", name: "Computer", weight: 0.2, days: [5] },
    ];
  }
  return [
    { type: "WRITING", name: "Academic Writing", weight: 0.35, days: MON_WED },
    { type: "READING", name: "Reading & Discussion", weight: 0.35, days: TUE_THU },
    { type: "SPEAKING", name: "Speaking", weight: 0.3, days: [5] },
  ];
}

const ieapParts: TemplatePart[] = [
  { type: "MAIN", name: "Core", weight: 0.5, days: [1, 3, 5] },
  { type: "DISCUSSION", name: "Academic Skills", weight: 0.3, days: TUE_THU },
  { type: "LAB", name: "Lab", weight: 0.2, days: MON_WED, band: 1 },
];

const expressParts: TemplatePart[] = [
  { type: "MAIN", name: "Integrated", weight: 0.5, days: [6] },
  { type: "CONVERSATION", name: "Communication", weight: 0.5, days: [7] },
];

function delivery(ids: Ids, term: TermRow, times: WeeklyTime[]): DeliveryDraft {
  return { id: ++ids.delivery, term, times, roomId: null, teacherId: null, scheduled: true };
}

/**
 * Sessions and parts of a language class by the templates of domain.md 4.2. IEAP has two sessions; the first fills the
 * first half of the term and the second the other, so that one weekly pattern serves both.
 */
export function languageParts(ids: Ids, course: CourseRow, term: TermRow, timeOfDay: Slot): PartDraft[] {
  const isIeap = course.programme === "IEAP";
  const template = isIeap
    ? ieapParts
    : course.programme === "EXPRESS"
      ? expressParts
      : schoolParts(course.level ?? 1);
  const middle = term.start + Math.floor((term.end - term.start + 1) / 14) * 7 - 1;
  const spans = isIeap
    ? [
        [term.start, middle],
        [middle + 1, term.end],
      ]
    : [[term.start, term.end]];
  return spans.flatMap(([from = 0, to = 0], session) =>
    template.map((part, index) => ({
      session: session + 1,
      code: index + 1,
      type: part.type,
      name: part.name,
      weight: part.weight,
      delivery: delivery(
        ids,
        term,
        weekly(timeOfDay, part.days, part.band).map((time) => ({ ...time, from, to })),
      ),
    })),
  );
}

/** The one MAIN part of a bachelor or master class. */
export function degreeParts(ids: Ids, term: TermRow, pattern: Pattern): PartDraft[] {
  const times = pattern.times.map((time) => ({ ...time, from: term.start, to: term.end }));
  return [
    { session: 1, code: 1, type: "MAIN", name: "Main", weight: 1, delivery: delivery(ids, term, times) },
  ];
}
