import type { getTranslations } from "next-intl/server";
import type { Badge, Column } from "@/components/data-table/columns";
import type { Filter } from "@/components/data-table/filters";
import type { ProjectRow } from "@/lib/classes/projects/schemas";
import { PROJECT_STATUSES, type ProjectStatus } from "@/lib/classes/projects/states";
import type { Formatter } from "@/lib/platform/i18n/formatter";
import type { Bilingual } from "@/lib/platform/i18n/names";

type Words = Awaited<ReturnType<typeof getTranslations<"projects">>>;

/** A group as a line of the table. */
export type ProjectLine = {
  id: number;
  href: string;
  title: string;
  code: string;
  term: string;
  members: string[];
  advisor: string;
  proposed: string;
  status: string;
};

const TONE: Record<ProjectStatus, Badge["tone"]> = {
  PROPOSED: "neutral",
  APPROVED: "info",
  IN_PROGRESS: "info",
  SUBMITTED: "warning",
  DEFENDED: "success",
  COMPLETED: "success",
  WITHDRAWN: "danger",
};

export function projectColumns(t: Words): Column<keyof ProjectLine & string>[] {
  const badges = Object.fromEntries(
    PROJECT_STATUSES.map((status) => [status, { label: t(`statuses.${status}`), tone: TONE[status] }]),
  );
  return [
    { key: "title", label: t("columns.title"), kind: "text", sortable: true, fixed: true, phone: "title" },
    { key: "code", label: t("columns.course"), kind: "code", phone: "line" },
    { key: "term", label: t("columns.term"), kind: "code", sortable: true, phone: "hidden" },
    { key: "members", label: t("columns.members"), kind: "list", phone: "line" },
    { key: "advisor", label: t("columns.advisor"), kind: "text", phone: "hidden" },
    { key: "proposed", label: t("columns.proposed"), kind: "code", sortable: true, phone: "hidden" },
    { key: "status", label: t("columns.status"), kind: "badge", badges, sortable: true, phone: "aside" },
  ];
}

export function toProjectLine(row: ProjectRow, t: Words, format: Formatter): ProjectLine {
  return {
    id: row.id,
    href: `/project-groups/${row.id}`,
    title: row.title,
    code: row.code,
    term: row.termCode,
    members: row.members.map((member) => format.name(member)),
    advisor: row.advisor ? format.name(row.advisor) : t("noAdvisor"),
    proposed: format.date(row.proposedOn),
    status: row.status,
  };
}

export function projectFilters(
  t: Words,
  terms: { code: string; name: Bilingual }[],
  format: Formatter,
): Filter[] {
  return [
    {
      key: "term",
      label: t("filters.term"),
      options: terms.map((term) => ({
        value: term.code,
        label: `${format.words(term.name)} (${term.code})`,
      })),
    },
    {
      key: "status",
      label: t("filters.status"),
      multiple: true,
      options: PROJECT_STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) })),
    },
  ];
}
