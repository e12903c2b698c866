import { RELATION_ROLES } from "@/lib/people/details/rules";
import { ADDRESS_KINDS, ADDRESS_PROVINCES, PAPER_KINDS, SCHOOL_LEVELS } from "@/lib/people/details/schemas";
import { GENDERS } from "@/lib/people/schemas";
import type { LooseTranslator } from "@/lib/platform/i18n/explain-text";
import type { Locale } from "@/lib/platform/i18n/locales";
import type { FieldSpec } from "./field-spec";

/** `t` speaks the namespace "personDetails". */
type Words = { t: LooseTranslator; locale: Locale };

function optional(
  t: LooseTranslator,
  name: string,
  maxLength: number,
  kind: FieldSpec["kind"] = "text",
): FieldSpec {
  return { name, label: t(`field.${name}`), kind, optional: true, maxLength };
}

function choices(t: LooseTranslator, group: string, values: readonly string[]) {
  return values.map((value) => ({ value, label: t(`${group}.${value}`) }));
}

const country = (t: LooseTranslator): FieldSpec => ({
  name: "country",
  label: t("field.country"),
  kind: "country",
  initial: "KH",
});

function province({ t, locale }: Words): FieldSpec {
  return {
    name: "province",
    label: t("field.province"),
    kind: "select",
    optional: true,
    options: ADDRESS_PROVINCES.map((each) => ({ value: each.code, label: each[locale] })),
  };
}

export function addressFields(words: Words): FieldSpec[] {
  const { t } = words;
  return [
    {
      name: "kind",
      label: t("field.addressKind"),
      kind: "select",
      options: choices(t, "addressKind", ADDRESS_KINDS),
      initial: "CURRENT",
    },
    province(words),
    optional(t, "district", 80),
    optional(t, "commune", 80),
    optional(t, "village", 80),
    { ...optional(t, "line", 160), help: t("lineHelp") },
    optional(t, "postalCode", 12),
    country(t),
  ];
}

export function paperFields({ t }: Words): FieldSpec[] {
  return [
    {
      name: "kind",
      label: t("field.paperKind"),
      kind: "select",
      options: choices(t, "paperKind", PAPER_KINDS),
      initial: "NATIONAL_ID",
    },
    { name: "number", label: t("field.number"), maxLength: 40 },
    country(t),
    optional(t, "issuedBy", 120),
    optional(t, "issuedOn", 10, "date"),
    { ...optional(t, "expiresOn", 10, "date"), help: t("expiresHelp") },
    { name: "fileId", label: t("field.scan"), kind: "scan", help: t("scanHelp") },
  ];
}

export function schoolFields(words: Words): FieldSpec[] {
  const { t } = words;
  return [
    {
      name: "level",
      label: t("field.level"),
      kind: "select",
      options: choices(t, "schoolLevel", SCHOOL_LEVELS),
      initial: "UPPER_SECONDARY",
    },
    { name: "school", label: t("field.school"), maxLength: 160 },
    province(words),
    country(t),
    optional(t, "startedYear", 4, "year"),
    optional(t, "endedYear", 4, "year"),
    { name: "completed", label: t("field.completed"), kind: "check", initial: true },
    optional(t, "credential", 120),
    optional(t, "grade", 40),
  ];
}

export function workFields({ t }: Words): FieldSpec[] {
  return [
    { name: "employer", label: t("field.employer"), maxLength: 160 },
    optional(t, "jobTitle", 120),
    optional(t, "phone", 30, "tel"),
    optional(t, "startedOn", 10, "date"),
    { ...optional(t, "endedOn", 10, "date"), help: t("endedHelp") },
  ];
}

export function relationFields({ t }: Words): FieldSpec[] {
  return [
    { name: "otherId", label: t("field.otherId"), kind: "person", help: t("otherHelp") },
    {
      name: "role",
      label: t("field.role"),
      help: t("roleHelp"),
      kind: "select",
      options: choices(t, "relationRole", RELATION_ROLES),
      initial: "SIBLING",
    },
    optional(t, "note", 200),
  ];
}

export function monkFields({ t }: Words): FieldSpec[] {
  return [
    { ...optional(t, "ordainedOn", 10, "date"), help: t("ordainedHelp") },
    { ...optional(t, "leftOn", 10, "date"), help: t("leftHelp") },
    optional(t, "pagoda", 160),
  ];
}

export function legalNameFields({ t }: Words): FieldSpec[] {
  return [
    { name: "useLegalName", label: t("field.useLegalName"), kind: "check" },
    { ...optional(t, "legalFamilyName", 60), help: t("legalHelp") },
    optional(t, "legalPersonalName", 60),
    { ...optional(t, "legalKhmerName", 60), lang: "km", help: t("legalKhmerHelp") },
    {
      name: "legalGender",
      label: t("field.legalGender"),
      kind: "select",
      optional: true,
      options: choices(t, "gender", GENDERS),
    },
  ];
}
