import type { TermRow } from "../calendar/terms";
import type { CourseRow } from "../curriculum/catalogue";
import { templateOf } from "../curriculum/part-templates";
import type { DeliveryDraft, Ids, PartDraft, WeeklyTime } from "./draft";
import { type Pattern, type Slot, weekly } from "./times";

function delivery(ids: Ids, term: TermRow, times: WeeklyTime[]): DeliveryDraft {
  return { id: ++ids.delivery, term, times, roomId: null, teacherId: null, scheduled: true };
}

/**
 * Sessions and parts of a language class by the templates of domain.md 4.2. IEAP has two sessions; the first fills the
 * first half of the term and the second the other, so that one weekly pattern serves both.
 */
export function languageParts(ids: Ids, course: CourseRow, term: TermRow, timeOfDay: Slot): PartDraft[] {
  const template = templateOf(course.programme, course.level);
  const middle = term.start + Math.floor((term.end - term.start + 1) / 14) * 7 - 1;
  const spans =
    template.sessions === 2
      ? [
          [term.start, middle],
          [middle + 1, term.end],
        ]
      : [[term.start, term.end]];
  return template.parts.map((part) => {
    const [from = 0, to = 0] = spans[part.session - 1] ?? [];
    return {
      session: part.session,
      code: part.code,
      type: part.type,
      name: part.name,
      nameKm: part.nameKm,
      weight: part.weight,
      templateId: part.id,
      delivery: delivery(
        ids,
        term,
        weekly(timeOfDay, part.days, part.band).map((time) => ({ ...time, from, to })),
      ),
    };
  });
}

/** The one MAIN part of a bachelor or master class. */
export function degreeParts(ids: Ids, term: TermRow, pattern: Pattern): PartDraft[] {
  const times = pattern.times.map((time) => ({ ...time, from: term.start, to: term.end }));
  return [
    {
      session: 1,
      code: 1,
      type: "MAIN",
      name: "Main",
      nameKm: "ផ្នែកចម្បង",
      weight: 1,
      templateId: null,
      delivery: delivery(ids, term, times),
    },
  ];
}
