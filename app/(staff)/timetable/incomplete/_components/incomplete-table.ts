import type { getTranslations } from "next-intl/server";
import { courseTitle, timesText } from "@/components/classes/times-text";
import type { Column, KeyOf, Row } from "@/components/data-table/columns";
import type { Filter } from "@/components/data-table/filters";
import { TERM_TYPES } from "@/lib/classes/schemas";
import type { IncompleteRow } from "@/lib/classes/timetable/queries/incomplete";
import { MISSING, type Missing } from "@/lib/classes/timetable/search-params";
import type { Formatter } from "@/lib/platform/i18n/formatter";
import type { Bilingual } from "@/lib/platform/i18n/names";

type Say = Awaited<ReturnType<typeof getTranslations<"meetings.incomplete">>>;
type SayRoom = Awaited<ReturnType<typeof getTranslations<"rooms.types">>>;
type SayClass = Awaited<ReturnType<typeof getTranslations<"classes">>>;

export type IncompleteLine = Row & {
  class: string;
  course: string;
  part: string;
  term: string;
  missing: string[];
  times: string;
  need: string;
  students: number;
};

const KEYS = {
  times: "missingTimes",
  room: "missingRoom",
  teacher: "missingTeacher",
} as const satisfies Record<Missing, string>;

/** A part that lacks something as a row that leads to its weekly times. */
export function toLine(row: IncompleteRow, t: Say, rooms: SayRoom, format: Formatter): IncompleteLine {
  const name = `${row.code} ${row.section}`;
  const days = row.weekdays.map((day) => format.weekday(day, "short")).join(", ");
  return {
    id: row.deliveryId,
    href: `/timetable/deliveries/${row.deliveryId}`,
    class: row.classes > 1 ? t("more", { class: name, count: row.classes - 1 }) : name,
    course: courseTitle(row, format),
    part: format.words(row.part),
    term: row.termCode,
    missing: row.missing.map((each) => t(KEYS[each])),
    times: timesText(row.times, format).join("; "),
    need: [
      days,
      row.minutes ? t("minutes", { minutes: row.minutes }) : "",
      row.roomNeed && row.roomNeed !== "CLASS" ? rooms(row.roomNeed) : "",
    ]
      .filter(Boolean)
      .join(" · "),
    students: row.people,
  };
}

export function incompleteColumns(t: Say): Column<KeyOf<IncompleteLine>>[] {
  return [
    { key: "class", label: t("class"), kind: "code", fixed: true, phone: "title" },
    { key: "course", label: t("course"), kind: "text", phone: "line" },
    { key: "part", label: t("part"), kind: "text", phone: "line" },
    { key: "missing", label: t("missing"), kind: "list", fixed: true, phone: "aside" },
    { key: "times", label: t("times"), kind: "text", phone: "hidden" },
    { key: "need", label: t("need"), kind: "text", phone: "hidden" },
    { key: "students", label: t("students"), kind: "number", phone: "hidden" },
    { key: "term", label: t("term"), kind: "code", phone: "hidden" },
  ];
}

export function incompleteFilters(
  t: Say,
  classes: SayClass,
  terms: readonly { code: string; name: Bilingual }[],
  format: Formatter,
): Filter[] {
  return [
    {
      key: "missing",
      label: t("missing"),
      multiple: true,
      options: MISSING.map((value) => ({ value, label: t(KEYS[value]) })),
    },
    {
      key: "term",
      label: t("term"),
      options: terms.map(({ code, name }) => ({ value: code, label: `${format.words(name)} (${code})` })),
    },
    {
      key: "type",
      label: t("type"),
      options: TERM_TYPES.map((value) => ({ value, label: classes(`termType.${value}`) })),
    },
  ];
}
