import type { getTranslations } from "next-intl/server";
import { courseTitle } from "@/components/classes/times-text";
import type { Column } from "@/components/data-table/columns";
import type { Filter } from "@/components/data-table/filters";
import type { Choice } from "@/lib/curriculum/courses/queries/list-courses";
import { lastDay, levelName, requisitesText } from "@/lib/curriculum/courses/rules";
import type { CourseListRow } from "@/lib/curriculum/courses/schemas";
import { COURSE_MARKS, COURSE_PERIODS, REQUISITE_FILTERS } from "@/lib/curriculum/courses/search-params";
import type { Formatter } from "@/lib/platform/i18n/formatter";

type Words = Awaited<ReturnType<typeof getTranslations<"courses">>>;

/** A course as a line of the table. */
export type CourseLine = {
  id: number;
  href: string;
  code: string;
  title: string;
  otherTitle: string | null;
  cycle: string;
  credits: number;
  level: string | null;
  before: string | null;
  together: string | null;
  programmes: string[];
  unlocks: number | null;
  from: string;
  to: string | null;
  offered: string | null;
};

/** Requisites travel as one short text; groups and letters are told on the page of the course. */
export function toCourseLine(row: CourseListRow, format: Formatter): CourseLine {
  const of = (kind: "PREREQUISITE" | "COREQUISITE") =>
    requisitesText(row.requisites.filter((each) => each.kind === kind)) || null;
  return {
    id: row.id,
    href: `/courses/${row.code}?from=${row.validFrom}`,
    code: row.code,
    title: courseTitle(row, format),
    otherTitle: format.locale === "km" ? row.title : row.titleKm,
    cycle: format.words({ en: row.cycleName, km: row.cycleNameKm }),
    credits: row.credits,
    level: row.programmeCode && row.level !== null ? `${row.programmeCode} ${levelName(row.level)}` : null,
    before: of("PREREQUISITE"),
    together: of("COREQUISITE"),
    programmes: row.programmes,
    unlocks: row.unlocks || null,
    from: row.validFrom,
    to: lastDay(row.validTo),
    offered: row.isActive ? null : "no",
  };
}

export function courseColumns(t: Words): Column<keyof CourseLine & string>[] {
  const no = { no: { label: t("list.notOffered"), tone: "neutral" as const } };
  return [
    { key: "code", label: t("columns.code"), kind: "code", sortable: true, fixed: true, phone: "title" },
    { key: "title", label: t("columns.title"), kind: "text", sortable: true, fixed: true, phone: "line" },
    { key: "otherTitle", label: t("columns.otherTitle"), kind: "text", optional: true, phone: "hidden" },
    { key: "cycle", label: t("columns.cycle"), kind: "text", sortable: true, phone: "hidden" },
    { key: "level", label: t("columns.level"), kind: "code", optional: true, phone: "hidden" },
    { key: "credits", label: t("columns.credits"), kind: "number", sortable: true, phone: "aside" },
    { key: "before", label: t("columns.before"), kind: "code", phone: "line" },
    { key: "together", label: t("columns.together"), kind: "code", optional: true, phone: "hidden" },
    { key: "unlocks", label: t("columns.unlocks"), kind: "number", sortable: true, phone: "hidden" },
    { key: "programmes", label: t("columns.programmes"), kind: "list", phone: "hidden" },
    { key: "from", label: t("columns.from"), kind: "date", optional: true, phone: "hidden" },
    { key: "to", label: t("columns.to"), kind: "date", optional: true, phone: "hidden" },
    {
      key: "offered",
      label: t("columns.state"),
      kind: "badge",
      badges: no,
      optional: true,
      phone: "hidden",
    },
  ];
}

type Choices = { cycles: Choice[]; programmes: Choice[] };

export function courseFilters(t: Words, { cycles, programmes }: Choices, format: Formatter): Filter[] {
  const name = ({ name, nameKm }: Choice) => format.words({ en: name, km: nameKm });
  const options = <T extends string>(values: readonly T[], label: (value: T) => string) =>
    values.map((value) => ({ value, label: label(value) }));
  return [
    {
      key: "cycle",
      label: t("columns.cycle"),
      multiple: true,
      options: cycles.map((each) => ({ value: each.code, label: name(each) })),
    },
    {
      key: "programme",
      label: t("filters.programme"),
      options: programmes.map((each) => ({ value: each.code, label: `${name(each)} (${each.code})` })),
    },
    {
      key: "needs",
      label: t("filters.needs"),
      options: options(REQUISITE_FILTERS, (value) => t(`filters.${value}`)),
    },
    { key: "mark", label: t("filters.mark"), options: options(COURSE_MARKS, (value) => t(`marks.${value}`)) },
    {
      key: "when",
      label: t("filters.when"),
      options: options(COURSE_PERIODS.slice(1), (value) => t(`when.${value}`)),
    },
    {
      key: "offered",
      label: t("columns.state"),
      options: options(["yes", "no"] as const, (value) => t(`offered.${value}`)),
    },
  ];
}
