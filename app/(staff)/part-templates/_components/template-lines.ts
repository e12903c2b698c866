import type { getTranslations } from "next-intl/server";
import type { Column } from "@/components/data-table/columns";
import type { Filter } from "@/components/data-table/filters";
import { percentOf } from "@/lib/curriculum/part-templates/rules";
import type { TemplateSetRow } from "@/lib/curriculum/part-templates/schemas";
import { TEMPLATE_PERIODS } from "@/lib/curriculum/part-templates/search-params";
import { versionState } from "@/lib/curriculum/version-state";
import { campusToday } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
import type { Formatter } from "@/lib/platform/i18n/formatter";
import type { Bilingual } from "@/lib/platform/i18n/names";
import { levelText } from "./level-text";

type Words = Awaited<ReturnType<typeof getTranslations<"partTemplates">>>;

/** A set as a line of the table. */
export type TemplateLine = {
  id: number;
  href: string;
  name: string;
  programme: string;
  levels: string;
  sessions: number;
  parts: string[];
  from: string;
  to: string | null;
  state: string;
};

export function toTemplateLine(set: TemplateSetRow, t: Words, format: Formatter): TemplateLine {
  return {
    id: set.id,
    href: `/part-templates/${set.id}`,
    name: `${set.programmeCode} · ${format.words(set.name)}`,
    programme: format.words(set.programmeName),
    levels: levelText(set.levelFrom, set.levelTo, t),
    sessions: set.sessions,
    // The second session of IEAP has the same parts.
    parts: set.parts
      .filter(({ session }) => session === 1)
      .map((part) => `${format.words(part.name)} ${percentOf(part.weight)} %`),
    from: set.validFrom,
    to: set.validTo === null ? null : addDays(set.validTo, -1),
    state: versionState(set, campusToday()),
  };
}

export function templateColumns(t: Words): Column<keyof TemplateLine & string>[] {
  return [
    { key: "name", label: t("columns.name"), kind: "text", fixed: true, phone: "title" },
    { key: "programme", label: t("columns.programme"), kind: "text", optional: true, phone: "hidden" },
    { key: "levels", label: t("columns.levels"), kind: "text", phone: "line" },
    { key: "parts", label: t("columns.parts"), kind: "list", phone: "line" },
    { key: "sessions", label: t("columns.sessions"), kind: "number", phone: "hidden" },
    { key: "from", label: t("columns.from"), kind: "date", phone: "hidden" },
    { key: "to", label: t("columns.to"), kind: "date", phone: "hidden" },
    {
      key: "state",
      label: t("columns.state"),
      kind: "badge",
      badges: {
        current: { label: t("states.current"), tone: "success" },
        coming: { label: t("states.coming"), tone: "info" },
        past: { label: t("states.past"), tone: "neutral" },
      },
      phone: "aside",
    },
  ];
}

export function templateFilters(
  t: Words,
  programmes: readonly { code: string; name: Bilingual }[],
  format: Formatter,
): Filter[] {
  return [
    {
      key: "programme",
      label: t("columns.programme"),
      options: programmes.map(({ code, name }) => ({
        value: code,
        label: `${code} · ${format.words(name)}`,
      })),
    },
    {
      key: "when",
      label: t("columns.state"),
      options: TEMPLATE_PERIODS.slice(1).map((value) => ({ value, label: t(`when.${value}`) })),
    },
  ];
}
