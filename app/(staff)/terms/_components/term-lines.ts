import type { getTranslations } from "next-intl/server";
import type { Column } from "@/components/data-table/columns";
import type { Filter } from "@/components/data-table/filters";
import type { TermRecord } from "@/lib/calendar/schemas";
import { TERM_PERIODS } from "@/lib/calendar/search-params";
import { TERM_TYPES } from "@/lib/calendar/term-days";
import { termState, termWeeks } from "@/lib/calendar/terms/rules";
import { campusToday } from "@/lib/platform/dates/campus";
import type { Formatter } from "@/lib/platform/i18n/formatter";

type Words = Awaited<ReturnType<typeof getTranslations<"terms">>>;

/** A term as a line of the table. */
export type TermLine = {
  id: number;
  href: string;
  code: string;
  name: string;
  type: string;
  start: string;
  end: string;
  weeks: number;
  registration: string;
  add: string | null;
  drop: string | null;
  payment: string | null;
  classes: number | null;
  state: string;
};

export function toTermLine(term: TermRecord, classes: number | null, format: Formatter): TermLine {
  const { registrationOpensOn: opens, registrationClosesOn: closes } = term;
  return {
    id: term.id,
    href: `/terms/${encodeURIComponent(term.code)}`,
    code: term.code,
    name: format.words(term.name),
    type: term.termType,
    start: term.startDate,
    end: term.endDate,
    weeks: termWeeks(term),
    registration: opens && closes ? format.dateRange(opens, closes) : "",
    add: term.addDeadline,
    drop: term.dropDeadline,
    payment: term.paymentDeadline,
    classes,
    state: termState(term, campusToday()),
  };
}

export function termColumns(t: Words, withClasses: boolean): Column<keyof TermLine & string>[] {
  const types = Object.fromEntries(
    TERM_TYPES.map((type) => [type, { label: t(`types.${type}`), tone: "plain" as const }]),
  );
  return [
    { key: "code", label: t("columns.code"), kind: "code", sortable: true, fixed: true, phone: "title" },
    { key: "name", label: t("columns.name"), kind: "text", phone: "line" },
    { key: "type", label: t("columns.type"), kind: "badge", badges: types, phone: "hidden" },
    { key: "start", label: t("columns.start"), kind: "date", sortable: true, phone: "line" },
    { key: "end", label: t("columns.end"), kind: "date", sortable: true, phone: "line" },
    { key: "weeks", label: t("columns.weeks"), kind: "number", optional: true, phone: "hidden" },
    { key: "registration", label: t("columns.registration"), kind: "text", phone: "hidden" },
    { key: "add", label: t("days.addDeadline"), kind: "date", optional: true, phone: "hidden" },
    { key: "drop", label: t("days.dropDeadline"), kind: "date", optional: true, phone: "hidden" },
    { key: "payment", label: t("days.paymentDeadline"), kind: "date", optional: true, phone: "hidden" },
    ...(withClasses
      ? [
          {
            key: "classes" as const,
            label: t("columns.classes"),
            kind: "number" as const,
            phone: "hidden" as const,
          },
        ]
      : []),
    {
      key: "state",
      label: t("columns.state"),
      kind: "badge",
      badges: {
        coming: { label: t("states.coming"), tone: "info" },
        running: { label: t("states.running"), tone: "success" },
        over: { label: t("states.over"), tone: "neutral" },
        closed: { label: t("states.closed"), tone: "warning" },
      },
      phone: "aside",
    },
  ];
}

export function termFilters(t: Words): Filter[] {
  return [
    {
      key: "type",
      label: t("columns.type"),
      options: TERM_TYPES.map((value) => ({ value, label: t(`types.${value}`) })),
    },
    {
      key: "when",
      label: t("when.label"),
      options: TERM_PERIODS.slice(0, -1).map((value) => ({ value, label: t(`when.${value}`) })),
    },
  ];
}
