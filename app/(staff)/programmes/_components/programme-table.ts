import type { getTranslations } from "next-intl/server";
import type { Column } from "@/components/data-table/columns";
import { ALL_AWARDS, PROGRAMME_KINDS } from "@/lib/curriculum/programmes/rules";
import type { ProgrammeLine } from "@/lib/curriculum/programmes/schemas";
import type { DivisionRow } from "@/lib/curriculum/structure/schemas";
import type { Locale } from "@/lib/platform/i18n/locales";

type Say = Awaited<ReturnType<typeof getTranslations<"catalogue">>>;

/** A row of the list, in the reader's language. */
export function toProgrammeLine(row: ProgrammeLine, locale: Locale) {
  const km = locale === "km";
  const isDegree = row.kind === "ACADEMIC";
  return {
    id: row.id,
    href: `/programmes/${row.code}`,
    code: row.code,
    name: km ? row.nameKm : row.name,
    otherName: km ? row.name : row.nameKm,
    kind: row.kind,
    award: row.award,
    cycle: km ? row.cycleNameKm : row.cycleName,
    faculty: row.facultyCode,
    creditsRequired: isDegree ? row.creditsRequired : null,
    requirements: isDegree ? row.requirements : null,
    credits: isDegree ? row.credits : null,
    state: row.isActive ? "open" : "closed",
  };
}

type Key = keyof ReturnType<typeof toProgrammeLine>;

/** The columns of the list of programmes. */
export function programmeColumns(t: Say): Column<Key>[] {
  return [
    { key: "code", label: t("columns.code"), kind: "code", fixed: true, sortable: true, phone: "aside" },
    { key: "name", label: t("columns.name"), kind: "text", fixed: true, sortable: true, phone: "title" },
    { key: "otherName", label: t("columns.otherName"), kind: "text", phone: "line" },
    {
      key: "kind",
      label: t("columns.kind"),
      kind: "badge",
      optional: true,
      badges: Object.fromEntries(
        PROGRAMME_KINDS.map((kind) => [kind, { label: t(`kinds.${kind}`), tone: "plain" as const }]),
      ),
      phone: "hidden",
    },
    {
      key: "award",
      label: t("columns.award"),
      kind: "badge",
      sortable: true,
      badges: Object.fromEntries(
        ALL_AWARDS.map((award) => [award, { label: t(`awards.${award}`), tone: "plain" as const }]),
      ),
      phone: "hidden",
    },
    { key: "cycle", label: t("columns.cycle"), kind: "text", phone: "hidden" },
    { key: "faculty", label: t("columns.faculty"), kind: "code", optional: true, phone: "hidden" },
    {
      key: "requirements",
      label: t("columns.requirements"),
      kind: "number",
      sortable: true,
      phone: "hidden",
    },
    {
      key: "credits",
      label: t("columns.credits"),
      kind: "number",
      sortable: true,
      optional: true,
      phone: "hidden",
    },
    { key: "creditsRequired", label: t("columns.creditsRequired"), kind: "number", phone: "hidden" },
    {
      key: "state",
      label: t("columns.state"),
      kind: "badge",
      badges: {
        open: { label: t("states.open"), tone: "success" },
        closed: { label: t("states.closed"), tone: "neutral" },
      },
      phone: "line",
    },
  ];
}

/** The filters of the list of programmes. */
export function programmeFilters(t: Say, structure: readonly DivisionRow[], locale: Locale) {
  const cycles = structure.flatMap((division) => division.cycles);
  return [
    {
      key: "cycle",
      label: t("columns.cycle"),
      multiple: true,
      options: cycles.map(({ code, name, nameKm }) => ({
        value: code,
        label: locale === "km" ? nameKm : name,
      })),
    },
    {
      key: "kind",
      label: t("columns.kind"),
      multiple: true,
      options: PROGRAMME_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
    },
    {
      key: "state",
      label: t("columns.state"),
      options: (["open", "closed"] as const).map((value) => ({ value, label: t(`states.${value}`) })),
    },
  ];
}
