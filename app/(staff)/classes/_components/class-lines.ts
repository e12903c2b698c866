import type { getTranslations } from "next-intl/server";
import { courseTitle, timesText } from "@/components/classes/times-text";
import type { Badge, Column } from "@/components/data-table/columns";
import type { Filter } from "@/components/data-table/filters";
import { seatsLeft } from "@/lib/classes/rules";
import {
  CLASS_STATUSES,
  type ClassListRow,
  type ClassStatus,
  type Seats,
  TERM_TYPES,
  TIMES_OF_DAY,
} from "@/lib/classes/schemas";
import { CLASS_PERIODS, SEAT_FILTERS, TIMETABLE_FILTERS } from "@/lib/classes/search-params";
import type { Formatter } from "@/lib/platform/i18n/formatter";
import type { Bilingual } from "@/lib/platform/i18n/names";

type Words = Awaited<ReturnType<typeof getTranslations<"classes">>>;

/** A class as a line of the table. */
export type ClassLine = {
  id: number;
  href: string;
  code: string;
  title: string;
  term: string;
  times: string;
  rooms: string[];
  teachers: string[];
  seats: Seats;
  seatsLabel: string;
  left: number;
  waiting: number | null;
  status: string;
  timetable: string | null;
};

const TONE: Record<ClassStatus, Badge["tone"]> = {
  DRAFT: "neutral",
  SCHEDULED: "info",
  ACTIVE: "success",
  COMPLETED: "neutral",
  CANCELLED: "danger",
  SUSPENDED: "warning",
};

export function classColumns(t: Words): Column<keyof ClassLine & string>[] {
  const badges = Object.fromEntries(
    CLASS_STATUSES.map((status) => [status, { label: t(`status.${status}`), tone: TONE[status] }]),
  );
  const incomplete = { incomplete: { label: t("timetableFilter.incomplete"), tone: "warning" as const } };
  return [
    { key: "code", label: t("columns.code"), kind: "code", sortable: true, fixed: true, phone: "title" },
    { key: "title", label: t("columns.title"), kind: "text", phone: "line" },
    { key: "term", label: t("columns.term"), kind: "code", sortable: true, phone: "hidden" },
    { key: "times", label: t("columns.times"), kind: "code", phone: "line" },
    { key: "rooms", label: t("columns.rooms"), kind: "list", phone: "line" },
    { key: "teachers", label: t("columns.teachers"), kind: "list", phone: "hidden" },
    { key: "seats", label: t("columns.seats"), kind: "custom", renderer: "seats", phone: "aside" },
    { key: "left", label: t("columns.left"), kind: "number", sortable: true, phone: "hidden" },
    { key: "waiting", label: t("columns.waiting"), kind: "number", optional: true, phone: "hidden" },
    { key: "status", label: t("columns.status"), kind: "badge", badges, phone: "hidden" },
    { key: "timetable", label: t("filters.timetable"), kind: "badge", badges: incomplete, phone: "hidden" },
  ];
}

/** The first few and how many more: a class of three parts may have three teachers, and a row one line. */
function firstOf(names: string[], count: number, format: Formatter): string[] {
  const more = names.length - count;
  return more > 0 ? [...names.slice(0, count), `+${format.number(more)}`] : names;
}

export function toClassLine(row: ClassListRow, t: Words, format: Formatter): ClassLine {
  const { capacity, overAuthorised, taken, offered, waiting } = row;
  const seats = { capacity, overAuthorised, taken, offered, waiting };
  const name = `${row.code} ${row.section}`;
  return {
    id: row.id,
    href: `/classes/${row.id}`,
    code: name,
    title: courseTitle(row, format),
    term: row.termCode,
    times: timesText(row.times, format).join("; "),
    rooms: firstOf(row.rooms, 2, format),
    teachers: firstOf(
      row.teachers.map((teacher) => format.name(teacher)),
      1,
      format,
    ),
    seats,
    seatsLabel: t("seats.label", { class: name, taken: taken + offered, capacity }),
    left: seatsLeft(seats),
    waiting: waiting || null,
    status: row.status,
    timetable: row.timetableComplete || row.status === "CANCELLED" ? null : "incomplete",
  };
}

export function classFilters(
  t: Words,
  terms: { code: string; name: Bilingual }[],
  format: Formatter,
): Filter[] {
  const options = <T extends string>(values: readonly T[], label: (value: T) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  return [
    {
      key: "when",
      label: t("filters.when"),
      options: options(CLASS_PERIODS.slice(1), (value) => t(`when.${value}`)),
    },
    {
      key: "term",
      label: t("filters.term"),
      options: terms.map((term) => ({
        value: term.code,
        label: `${format.words(term.name)} (${term.code})`,
      })),
    },
    {
      key: "type",
      label: t("filters.type"),
      options: options(TERM_TYPES, (value) => t(`termType.${value}`)),
    },
    {
      key: "status",
      label: t("filters.status"),
      multiple: true,
      options: options(CLASS_STATUSES, (value) => t(`status.${value}`)),
    },
    {
      key: "time",
      label: t("filters.time"),
      options: options(TIMES_OF_DAY, (value) => t(`timeOfDay.${value}`)),
    },
    {
      key: "seats",
      label: t("filters.seats"),
      options: options(SEAT_FILTERS, (value) => t(`seatFilter.${value}`)),
    },
    {
      key: "timetable",
      label: t("filters.timetable"),
      options: options(TIMETABLE_FILTERS, (value) => t(`timetableFilter.${value}`)),
    },
  ];
}
