import { getTranslations } from "next-intl/server";
import type { Column, KeyOf, PersonValue, Row } from "@/components/data-table/columns";
import type { Filter } from "@/components/data-table/filters";
import { STATUS_TONE } from "@/components/people/status-tone";
import { listRecentTerms } from "@/lib/calendar/queries";
import { listProgrammes } from "@/lib/curriculum/queries";
import { STUDENT_STATUSES } from "@/lib/people/rules";
import { GENDERS, STUDY_TIMES, type StudentRow } from "@/lib/people/schemas";
import { STUDENT_GAPS } from "@/lib/people/search-params";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import { remember } from "@/lib/platform/cache/remember";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

export type StudentTableRow = Row & {
  number: string;
  name: PersonValue;
  status: string;
  programme: string | null;
  studyTime: string;
  gender?: string | null;
  isMonk?: boolean;
  isTransfer?: boolean;
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
  ];
}

/** The filters as chips; programmes and terms are remembered for a minute, since they change a few times a year. */
export async function studentFilters(actor: AccountActor): Promise<Filter[]> {
  const [t, format] = await Promise.all([getTranslations("people"), getFormat()]);
  const [programmes, terms] = await Promise.all([
    can(actor, "curriculum:read") ? remember("programmes", KEPT_SECONDS, () => listProgrammes(actor)) : [],
    can(actor, "people:read") && can(actor, "calendar:read")
      ? remember("recent-terms", KEPT_SECONDS, () => listRecentTerms(actor, TERMS_OFFERED))
      : [],
  ]);
  const yesNo = (["true", "false"] as const).map((value) => ({ value, label: t(`yesNo.${value}`) }));
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
    filters.push({ key: "monk", label: t("list.filters.monk"), options: yesNo });
    filters.push({ key: "transfer", label: t("list.filters.transfer"), options: yesNo });
  }
  return filters.filter((filter) => filter.options.length > 0);
}
