import type { getTranslations } from "next-intl/server";
import type { Column, KeyOf, PersonValue, Row, Tone } from "@/components/data-table/columns";
import type { Filter } from "@/components/data-table/filters";
import {
  DUPLICATE_RISKS,
  DUPLICATE_SOURCES,
  DUPLICATE_STATUSES,
  type DuplicateRow,
  type SimilarPerson,
} from "@/lib/people/duplicates/schemas";
import type { DuplicateRisk, DuplicateStatus } from "@/lib/platform/db/generated/enums";

type Say = Awaited<ReturnType<typeof getTranslations<"duplicates">>>;

export const riskTones: Record<DuplicateRisk, "danger" | "warning" | "neutral"> = {
  HIGH: "danger",
  MEDIUM: "warning",
  LOW: "neutral",
};
export const statusTones: Record<DuplicateStatus, Exclude<Tone, "plain">> = {
  OPEN: "info",
  DIFFERENT: "neutral",
  SAME: "warning",
};

export type DuplicateLine = Row & {
  left: PersonValue;
  leftNumber: string | null;
  right: PersonValue;
  rightNumber: string | null;
  score: number;
  risk: string;
  source: string;
  status: string;
  foundAt: string;
};

function nameOf({
  familyName,
  personalName,
  khmerFamilyName,
  khmerPersonalName,
}: SimilarPerson): PersonValue {
  return {
    familyName,
    personalName,
    ...(khmerFamilyName ? { khmerFamilyName } : {}),
    ...(khmerPersonalName ? { khmerPersonalName } : {}),
  };
}

/** A pair as a row that opens it. */
export function toLine({
  id,
  left,
  right,
  score,
  risk,
  source,
  status,
  foundAt,
}: DuplicateRow): DuplicateLine {
  return {
    id,
    href: `/duplicates/${id}`,
    left: nameOf(left),
    leftNumber: left.number,
    right: nameOf(right),
    rightNumber: right.number,
    score: Math.round(score * 100),
    risk,
    source,
    status,
    foundAt,
  };
}

function badges<Value extends string>(
  values: readonly Value[],
  label: (value: Value) => string,
  tones: Record<Value, Tone>,
) {
  return Object.fromEntries(values.map((value) => [value, { label: label(value), tone: tones[value] }]));
}

export function duplicateColumns(t: Say): Column<KeyOf<DuplicateLine>>[] {
  const plain = { ENTRY: "plain", IMPORT: "plain", NIGHTLY: "plain" } as const;
  return [
    { key: "left", label: t("columns.left"), kind: "person", fixed: true, phone: "title" },
    { key: "leftNumber", label: t("columns.leftNumber"), kind: "code", phone: "hidden" },
    { key: "right", label: t("columns.right"), kind: "person", fixed: true, phone: "line" },
    { key: "rightNumber", label: t("columns.rightNumber"), kind: "code", phone: "hidden" },
    { key: "score", label: t("columns.score"), kind: "percent", sortable: true, fixed: true, phone: "aside" },
    {
      key: "risk",
      label: t("columns.risk"),
      kind: "badge",
      badges: badges(DUPLICATE_RISKS, (risk) => t(`risks.${risk}`), riskTones),
      phone: "line",
    },
    {
      key: "status",
      label: t("columns.status"),
      kind: "badge",
      badges: badges(DUPLICATE_STATUSES, (status) => t(`statuses.${status}`), statusTones),
      phone: "hidden",
    },
    {
      key: "source",
      label: t("columns.source"),
      kind: "badge",
      badges: badges(DUPLICATE_SOURCES, (source) => t(`sources.${source}`), plain),
      phone: "hidden",
    },
    { key: "foundAt", label: t("columns.foundAt"), kind: "datetime", sortable: true, phone: "hidden" },
  ];
}

export function duplicateFilters(t: Say): Filter[] {
  return [
    {
      key: "status",
      label: t("columns.status"),
      multiple: true,
      options: DUPLICATE_STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) })),
    },
    {
      key: "risk",
      label: t("columns.risk"),
      multiple: true,
      options: DUPLICATE_RISKS.map((value) => ({ value, label: t(`risks.${value}`) })),
    },
    {
      key: "source",
      label: t("columns.source"),
      multiple: true,
      options: DUPLICATE_SOURCES.map((value) => ({ value, label: t(`sources.${value}`) })),
    },
  ];
}
