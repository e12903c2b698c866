import { getTranslations } from "next-intl/server";
import type { Badge, Column, KeyOf, PersonValue, Row } from "@/components/data-table/columns";
import type { Filter } from "@/components/data-table/filters";
import { listDepartments } from "@/lib/organization/queries/departments";
import { DEGREES } from "@/lib/people/kinds";
import { PEOPLE_COLUMNS } from "@/lib/people/lists/columns";
import { GENDERS, PROFILE_STATUSES, type ProfileRow } from "@/lib/people/schemas";
import { sees } from "@/lib/people/visible-fields";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

type List = "teachers" | "staff";
type Names = "familyName" | "personalName" | "khmerFamilyName" | "khmerPersonalName" | "approximated";
export type ProfileTableRow = Row & Omit<ProfileRow, Names | "id"> & { name: PersonValue };
type ProfileColumn = Column<KeyOf<ProfileTableRow>>;

const TONES: Record<(typeof PROFILE_STATUSES)[number], Badge["tone"]> = {
  ACTIVE: "success",
  ON_LEAVE: "info",
  INACTIVE: "neutral",
  SUSPENDED: "warning",
};

/** A row as the table wants it, with the way to the record. */
export function toProfileRow(list: List) {
  return ({
    familyName,
    personalName,
    khmerFamilyName,
    khmerPersonalName,
    approximated,
    ...row
  }: ProfileRow): ProfileTableRow => ({
    ...row,
    name: { familyName, personalName, khmerFamilyName, khmerPersonalName, approximated },
    href: `/${list}/${row.number}`,
  });
}

/** The columns of a list of teachers or staff, those that the actor may see. */
export async function profileColumns(actor: AccountActor, list: List): Promise<ProfileColumn[]> {
  const [t, p] = await Promise.all([getTranslations("lists"), getTranslations("people")]);
  const badges = <Value extends string>(
    values: readonly Value[],
    label: (value: Value) => string,
    tone: (value: Value) => Badge["tone"] = () => "plain",
  ) => Object.fromEntries(values.map((value) => [value, { label: label(value), tone: tone(value) }]));
  const statuses = badges(
    PROFILE_STATUSES,
    (value) => t(`status.${value}`),
    (value) => TONES[value],
  );
  const degrees = badges(DEGREES, (value) => t(`degree.${value}`));
  const genders = badges(
    GENDERS,
    (value) => p(`gender.${value}`),
    () => "neutral",
  );
  const label = (key: Parameters<typeof t>[0]) => t(key);
  const further = { optional: true, fetched: true, phone: "hidden" } as const;
  const all: ProfileColumn[] = [
    {
      key: "number",
      label: label("columns.number"),
      kind: "code",
      sortable: true,
      fixed: true,
      phone: "line",
    },
    {
      key: "name",
      label: label("columns.name"),
      kind: "person",
      sortable: true,
      fixed: true,
      phone: "title",
    },
    {
      key: "status",
      label: label("columns.status"),
      kind: "badge",
      badges: statuses,
      sortable: true,
      phone: "aside",
    },
    { key: "department", label: label("columns.department"), kind: "text", sortable: true, phone: "line" },
    {
      key: "degree",
      label: label("columns.degree"),
      kind: "badge",
      badges: degrees,
      sortable: true,
      phone: "line",
    },
    { key: "jobTitle", label: label("columns.jobTitle"), kind: "text", sortable: true, phone: "line" },
    { key: "since", label: label("columns.since"), kind: "date", sortable: true, phone: "hidden" },
    { key: "qualifications", label: label("columns.qualifications"), kind: "text", ...further },
    { key: "until", label: label("columns.until"), kind: "date", ...further },
    { key: "gender", label: label("columns.gender"), kind: "badge", badges: genders, ...further },
    { key: "dateOfBirth", label: label("columns.dateOfBirth"), kind: "date", ...further },
    { key: "phone", label: label("columns.phone"), kind: "code", ...further },
    { key: "schoolEmail", label: label("columns.schoolEmail"), kind: "text", ...further },
    { key: "personalEmail", label: label("columns.personalEmail"), kind: "text", ...further },
  ];
  const seen = new Set(
    PEOPLE_COLUMNS[list].filter(({ field }) => sees(actor, field)).map(({ key, of }) => of ?? key),
  );
  return all.filter(({ key }) => seen.has(key));
}

/** The filters of a list of teachers or staff. */
export async function profileFilters(actor: AccountActor, list: List): Promise<Filter[]> {
  const t = await getTranslations("lists");
  const departments = await departmentOptions(actor);
  const filters: Filter[] = [
    {
      key: "status",
      label: t("filters.status"),
      multiple: true,
      options: PROFILE_STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
    },
    {
      key: "department",
      label: t("filters.department"),
      multiple: true,
      options: [...departments, { value: "none", label: t("noDepartment") }],
    },
  ];
  if (list === "staff" || !sees(actor, "positions")) return filters;
  return [
    ...filters,
    {
      key: "degree",
      label: t("filters.degree"),
      multiple: true,
      options: DEGREES.map((value) => ({ value, label: t(`degree.${value}`) })),
    },
    {
      key: "qualification",
      label: t("filters.qualification"),
      multiple: true,
      options: [...departments, { value: "none", label: t("noQualification") }],
    },
  ];
}

/** Departments as choices, by code. */
export async function departmentOptions(actor: AccountActor): Promise<{ value: string; label: string }[]> {
  if (!can(actor, "organization:read")) return [];
  const [departments, format] = await Promise.all([listDepartments(actor), getFormat()]);
  return departments
    .filter((each) => each.isActive)
    .map(({ code, name, nameKm }) => ({
      value: code,
      label: `${code} · ${format.locale === "km" ? nameKm : name}`,
    }));
}
