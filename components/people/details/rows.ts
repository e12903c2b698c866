import type {
  AddressRow,
  EmploymentRow,
  MonkPeriodRow,
  PaperRow,
  RelationRow,
  SchoolingRow,
} from "@/lib/people/details/schemas";
import { BIRTH_PROVINCES } from "@/lib/people/rules";
import { countryName } from "@/lib/platform/i18n/country-name";
import type { LooseTranslator } from "@/lib/platform/i18n/explain-text";
import type { Formatter } from "@/lib/platform/i18n/formatter";
import type { DetailRow } from "./field-spec";

/** `t` speaks the namespace "personDetails". */
type Words = { t: LooseTranslator; format: Formatter };

const key = ({ id, version }: { id: number; version: number }) => ({ id, version });
const line = (parts: readonly (string | null | undefined)[], by = " · ") => parts.filter(Boolean).join(by);
const lines = (...all: string[]) => all.filter(Boolean).map(capital);
/** A line begins with a capital where the script has any. */
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function provinceName(code: string | null, format: Formatter): string | null {
  return BIRTH_PROVINCES.find((province) => province.code === code)?.[format.locale] ?? code;
}

/** The name of a country; nothing for Cambodia, where nearly everything lies. */
function abroad(code: string, format: Formatter): string | null {
  return code === "KH" ? null : countryName(code, format.locale);
}

/** Whatever of the two is known: "2019 – 2022", "until 2022", "since 2019". */
function span({ t }: Words, from: string | null, to: string | null): string {
  if (from && to) return from === to ? from : `${from} – ${to}`;
  if (from) return t("since", { from });
  return to ? t("until", { to }) : "";
}

const day = (value: string | null, { format }: Words) => value && format.date(value);

export function addressRow(row: AddressRow, { t, format }: Words): DetailRow {
  const { id: _id, version: _version, ...values } = row;
  const place = [row.line, row.village, row.commune, row.district, provinceName(row.province, format)];
  return {
    ...key(row),
    title: t(`addressKind.${row.kind}`),
    lines: lines(line([...place, row.postalCode, abroad(row.country, format)], ", ")),
    badges: [],
    values,
  };
}

export function paperRow(row: PaperRow, words: Words): DetailRow {
  const { t, format } = words;
  const { kind, number, country, issuedOn, expiresOn, issuedBy, fileId, fileName } = row;
  const days = line([
    issuedOn && t("issued", { date: format.date(issuedOn) }),
    expiresOn && t(row.state === "expired" ? "ended" : "holds", { date: format.date(expiresOn) }),
  ]);
  const badges: DetailRow["badges"][number][] = [];
  if (row.state === "expired") badges.push({ text: t("paperState.expired"), tone: "danger" });
  if (row.state === "soon") badges.push({ text: t("paperState.soon"), tone: "warning" });
  if (row.verifiedAt) badges.push({ text: t("verified"), tone: "success" });
  const seen = row.verifiedAt && format.date(row.verifiedAt);
  const by = row.verifiedBy;
  const who = seen && (by ? t("verifiedOn", { date: seen, by }) : t("verifiedThen", { date: seen }));
  return {
    ...key(row),
    title: `${t(`paperKind.${kind}`)} ${number}`,
    lines: lines(line([issuedBy, abroad(country, format)]), days, who ?? ""),
    badges,
    link: fileId
      ? { href: `/api/v1/people/papers/${row.id}/scan`, label: t("openScan"), download: true }
      : null,
    values: { kind, number, country, issuedOn, expiresOn, issuedBy, fileId, fileName },
    marked: row.verifiedAt !== null,
  };
}

export function schoolRow(row: SchoolingRow, words: Words): DetailRow {
  const { t, format } = words;
  const { level, school, country, province, completed, credential, grade } = row;
  const years = [row.startedYear, row.endedYear].map((year) => (year === null ? null : String(year)));
  return {
    ...key(row),
    title: school,
    lines: lines(
      line([t(`schoolLevel.${level}`), span(words, years[0] ?? null, years[1] ?? null)]),
      line([credential, grade && t("graded", { grade })]),
      line([provinceName(province, format), abroad(country, format)], ", "),
    ),
    badges: completed ? [] : [{ text: t("notCompleted"), tone: "warning" }],
    values: {
      level,
      school,
      country,
      province,
      completed,
      credential,
      grade,
      startedYear: years[0] ?? "",
      endedYear: years[1] ?? "",
    },
  };
}

export function workRow(row: EmploymentRow, words: Words): DetailRow {
  const { employer, jobTitle, phone, startedOn, endedOn } = row;
  return {
    ...key(row),
    title: employer,
    lines: lines(line([jobTitle, span(words, day(startedOn, words), day(endedOn, words))]), phone ?? ""),
    badges: endedOn ? [] : [{ text: words.t("now"), tone: "success" }],
    values: { employer, jobTitle, phone, startedOn, endedOn },
  };
}

export function relationRow(row: RelationRow, { t, format }: Words): DetailRow {
  const { role, note, otherId, href, number } = row;
  const name = format.name(row);
  return {
    ...key(row),
    title: name,
    lines: lines(line([number, format.otherName(row)]), note ?? ""),
    badges: [{ text: t(`relationRole.${role}`), tone: "info" }],
    link: href ? { href, label: name } : null,
    values: { role, note, otherId: String(otherId) },
    choice: { id: otherId, name, number },
  };
}

export function monkRow(row: MonkPeriodRow, words: Words): DetailRow {
  const { ordainedOn, leftOn, pagoda } = row;
  const known = span(words, day(ordainedOn, words), day(leftOn, words));
  return {
    ...key(row),
    title: capital(known || words.t("sinceUnknown")),
    lines: lines(pagoda ?? ""),
    badges: leftOn ? [] : [{ text: words.t("monkNow"), tone: "success" }],
    values: { ordainedOn, leftOn, pagoda },
  };
}
