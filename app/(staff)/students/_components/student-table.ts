import { getTranslations } from "next-intl/server";
import type { Column, KeyOf, PersonValue, Row } from "@/components/data-table/columns";
import type { Filter } from "@/components/data-table/filters";
import { STATUS_TONE } from "@/components/people/status-tone";
import { listRecentTerms } from "@/lib/calendar/queries";
import { listProgrammes } from "@/lib/curriculum/queries";
import { BIRTH_PROVINCES, STUDENT_STATUSES } from "@/lib/people/rules";
import { GENDERS, STUDY_TIMES, type StudentRow } from "@/lib/people/schemas";
import { LEVELS, STUDENT_GAPS } from "@/lib/people/search-params";
import { type PersonField, sees } from "@/lib/people/visible-fields";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import { remember } from "@/lib/platform/cache/remember";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import type { UrlParams } from "@/lib/platform/url/href";

export type StudentTableRow = Row & {
  number: string;
  name: PersonValue;
  status: string;
  programme: string | null;
  studyTime: string;
  gender?: string | null;
  isMonk?: boolean;
  isTransfer?: boolean;
  level?: number | null;
  dateOfBirth?: string | null;
  birthProvince?: string | null;
  statusSince?: string;
  admittedOn?: string | null;
  phone?: string | null;
  schoolEmail?: string | null;
  personalEmail?: string | null;
};

/** Terms that the filter offers: about two years of all types. */
const TERMS_OFFERED = 32;
const KEPT_SECONDS = 60;

/** A row as the table wants it; whoever may only find people gets no link to the record. */
export function toTableRow(linked: boolean) {
  return ({
    familyName,
    personalName,
    khmerFamilyName,
    khmerPersonalName,
    approximated,
    ...row
  }: StudentRow) => {
    const name: PersonValue = { familyName, personalName };
    if (khmerFamilyName) name.khmerFamilyName = khmerFamilyName;
    if (khmerPersonalName) name.khmerPersonalName = khmerPersonalName;
    if (approximated) name.approximated = true;
    return linked ? { ...row, name, href: `/students/${row.number}` } : { ...row, name };
  };
}

/** The columns; those with something personal for readers with people:read only. */
export async function studentColumns(actor: AccountActor): Promise<Column<KeyOf<StudentTableRow>>[]> {
  const t = await getTranslations("people");
  const tones = Object.fromEntries(
    STUDENT_STATUSES.map((status) => [status, { label: t(`status.${status}`), tone: STATUS_TONE[status] }]),
  );
  const times = Object.fromEntries(
    STUDY_TIMES.map((time) => [time, { label: t(`studyTimes.${time}`), tone: "plain" as const }]),
  );
  const genders = Object.fromEntries(
    GENDERS.map((gender) => [gender, { label: t(`gender.${gender}`), tone: "neutral" as const }]),
  );
  const found: Column<KeyOf<StudentTableRow>>[] = [
    { key: "number", label: t("columns.number"), kind: "code", sortable: true, fixed: true, phone: "line" },
    { key: "name", label: t("columns.name"), kind: "person", sortable: true, fixed: true, phone: "title" },
    {
      key: "status",
      label: t("columns.status"),
      kind: "badge",
      badges: tones,
      sortable: true,
      phone: "aside",
    },
    { key: "programme", label: t("columns.programme"), kind: "text", sortable: true, phone: "line" },
    {
      key: "studyTime",
      label: t("columns.studyTime"),
      kind: "badge",
      badges: times,
      sortable: true,
      phone: "hidden",
    },
  ];
  if (!can(actor, "people:read")) return found;
  return [
    ...found,
    {
      key: "gender",
      label: t("columns.gender"),
      kind: "badge",
      badges: genders,
      optional: true,
      phone: "hidden",
    },
    { key: "isMonk", label: t("columns.monk"), kind: "flag", optional: true, phone: "hidden" },
    { key: "isTransfer", label: t("columns.transfer"), kind: "flag", optional: true, phone: "hidden" },
    ...(await furtherColumns(actor)),
  ];
}

/** Columns whose values are read for those who show them. */
async function furtherColumns(actor: AccountActor): Promise<Column<KeyOf<StudentTableRow>>[]> {
  const t = await getTranslations("lists.columns");
  const format = await getFormat();
  const further = { optional: true, fetched: true, phone: "hidden" } as const;
  const provinces = Object.fromEntries(
    BIRTH_PROVINCES.map((each) => [each.code, { label: each[format.locale], tone: "plain" as const }]),
  );
  const columns: (Column<KeyOf<StudentTableRow>> & { field: PersonField })[] = [
    { field: "programme", key: "level", label: t("level"), kind: "number", ...further },
    { field: "birth", key: "dateOfBirth", label: t("dateOfBirth"), kind: "date", ...further },
    {
      field: "birth",
      key: "birthProvince",
      label: t("birthProvince"),
      kind: "badge",
      badges: provinces,
      ...further,
    },
    { field: "status", key: "statusSince", label: t("statusSince"), kind: "date", ...further },
    { field: "admission", key: "admittedOn", label: t("admittedOn"), kind: "date", ...further },
    { field: "phones", key: "phone", label: t("phone"), kind: "code", ...further },
    { field: "school_email", key: "schoolEmail", label: t("schoolEmail"), kind: "text", ...further },
    { field: "emails", key: "personalEmail", label: t("personalEmail"), kind: "text", ...further },
  ];
  return columns.filter(({ field }) => sees(actor, field)).map(({ field: _, ...column }) => column);
}

/** The filters as chips; programmes and terms are remembered for a minute, since they change a few times a year. */
export async function studentFilters(actor: AccountActor, params: UrlParams): Promise<Filter[]> {
  const [t, format] = await Promise.all([getTranslations("people"), getFormat()]);
  const [programmes, terms] = await Promise.all([
    can(actor, "curriculum:read") ? remember("programmes", KEPT_SECONDS, () => listProgrammes(actor)) : [],
    can(actor, "people:read") && can(actor, "calendar:read")
      ? remember("recent-terms", KEPT_SECONDS, () => listRecentTerms(actor, TERMS_OFFERED))
      : [],
  ]);
  const filters: Filter[] = [
    {
      key: "status",
      label: t("list.filters.status"),
      multiple: true,
      options: STUDENT_STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
    },
    {
      key: "programme",
      label: t("list.filters.programme"),
      multiple: true,
      options: programmes.map((each) => ({
        value: each.code,
        label: `${each.code} · ${format.locale === "km" ? each.nameKm : each.name}`,
      })),
    },
    {
      key: "term",
      label: t("list.filters.term"),
      options: terms.map((each) => ({
        value: each.code,
        label: `${format.words(each.name)} · ${each.code}`,
      })),
    },
    {
      key: "studyTime",
      label: t("list.filters.studyTime"),
      multiple: true,
      options: STUDY_TIMES.map((value) => ({ value, label: t(`studyTimes.${value}`) })),
    },
  ];
  if (can(actor, "people:read")) {
    const gaps = STUDENT_GAPS.filter((gap) => gap !== "class" || can(actor, "registration:read"));
    const options = gaps.map((value) => ({ value, label: t(`list.gaps.${value}`) }));
    filters.push({ key: "without", label: t("list.filters.without"), options });
  }
  const asked = MORE_KEYS.some((key) => params[key]);
  if (asked) filters.push(...(await moreStudentFilters(actor)).filter(({ key }) => params[key]));
  return filters.filter((filter) => filter.options.length > 0 || filter.years);
}

const MORE_KEYS = ["monk", "transfer", "level", "gender", "province", "born", "admitted"] as const;

/** The rarer filters, which the menu "More" fetches; on the page stand those that narrow the list now. */
export async function moreStudentFilters(actor: AccountActor): Promise<Filter[]> {
  if (!can(actor, "people:read")) return [];
  const [t, l, names, format] = await Promise.all([
    getTranslations("people"),
    getTranslations("lists"),
    getTranslations("studies.levelNames"),
    getFormat(),
  ]);
  const yesNo = (["true", "false"] as const).map((value) => ({ value, label: t(`yesNo.${value}`) }));
  const more = true;
  const filters: (Filter & { field: PersonField })[] = [
    { field: "monk", key: "monk", label: t("list.filters.monk"), options: yesNo, more },
    { field: "admission", key: "transfer", label: t("list.filters.transfer"), options: yesNo, more },
    {
      field: "programme",
      key: "level",
      label: l("filters.level"),
      multiple: true,
      options: LEVELS.map((value) => ({
        value,
        label:
          value === "-2" ? names("pre") : value === "-1" ? names("beginner") : format.number(Number(value)),
      })),
      more,
    },
    {
      field: "gender",
      key: "gender",
      label: l("filters.gender"),
      multiple: true,
      options: GENDERS.map((value) => ({ value, label: t(`gender.${value}`) })),
      more,
    },
    {
      field: "birth",
      key: "province",
      label: l("filters.province"),
      multiple: true,
      options: BIRTH_PROVINCES.map((each) => ({ value: each.code, label: each[format.locale] })),
      more,
    },
    { field: "birth", key: "born", label: l("filters.born"), options: [], years: true, more },
    { field: "admission", key: "admitted", label: l("filters.admitted"), options: [], years: true, more },
  ];
  return filters.filter(({ field }) => sees(actor, field)).map(({ field: _, ...filter }) => filter);
}
