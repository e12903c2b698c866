import type { getTranslations } from "next-intl/server";
import type { Badge, Column } from "@/components/data-table/columns";
import type { NameParts } from "@/lib/platform/i18n/names";
import type { RosterRow } from "@/lib/registration/queries/roster";

type Words = Awaited<ReturnType<typeof getTranslations<"registration">>>;

/** A line of the roster as the table takes it. */
export type RosterLine = {
  id: number;
  href?: string;
  student: NameParts & { approximated: boolean };
  number: string;
  gender: string;
  programme: string | null;
  phone: string | null;
  phoneHref: string | null;
  status: string;
  remark: string;
};

/** Columns of a roster; `status` only where somebody waits or has finished. */
export function rosterColumns(t: Words, withStatus: boolean): Column<keyof RosterLine & string>[] {
  const tones: Record<RosterRow["status"], Badge["tone"]> = {
    ENROLLED: "success",
    WAITLISTED: "warning",
    OFFERED: "info",
    COMPLETED: "neutral",
    FAILED: "danger",
    INCOMPLETE: "warning",
    NO_SHOW: "danger",
  };
  const badges = Object.fromEntries(
    Object.entries(tones).map(([status, tone]) => [
      status,
      { label: t(`status.${status as RosterRow["status"]}`), tone },
    ]),
  );
  const label = (key: "student" | "number" | "gender" | "programme" | "phone" | "status" | "remark") =>
    t(`roster.columns.${key}`);
  return [
    { key: "student", label: label("student"), kind: "person", fixed: true, phone: "title" },
    { key: "number", label: label("number"), kind: "code", phone: "line" },
    { key: "gender", label: label("gender"), kind: "text", optional: true, phone: "hidden" },
    { key: "programme", label: label("programme"), kind: "code", phone: "line" },
    { key: "phone", label: label("phone"), kind: "link", hrefKey: "phoneHref", phone: "aside" },
    ...(withStatus
      ? [
          {
            key: "status" as const,
            label: label("status"),
            kind: "badge" as const,
            badges,
            phone: "line" as const,
          },
        ]
      : []),
    { key: "remark", label: label("remark"), kind: "text", phone: "line" },
  ];
}

/** Whether a line fits what was typed: every word begins a name or the number, in either script. */
export function fitsRoster(row: RosterRow, q: string): boolean {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const text = [row.familyName, row.personalName, row.khmerFamilyName, row.khmerPersonalName, row.number]
    .filter((each) => each !== null)
    .map((each) => each.toLowerCase());
  return words.every((word) => text.some((each) => each.startsWith(word) || each.includes(` ${word}`)));
}

/** Rows as lines; `hrefOf` leads to the student where the reader may open the record. */
export function rosterLines(rows: RosterRow[], t: Words, hrefOf?: (row: RosterRow) => string): RosterLine[] {
  return rows.map((row) => ({
    id: row.id,
    ...(hrefOf ? { href: hrefOf(row) } : {}),
    student: {
      familyName: row.familyName,
      personalName: row.personalName,
      khmerFamilyName: row.khmerFamilyName,
      khmerPersonalName: row.khmerPersonalName,
      approximated: row.approximated,
    },
    number: row.number,
    gender: row.gender ? t(`roster.gender.${row.gender}`) : "",
    programme: row.programme,
    phone: row.phone,
    phoneHref: row.phone ? `tel:${row.phone.replace(/[^\d+]/g, "")}` : null,
    status: row.status,
    remark: [row.isAudit ? t("roster.audit") : "", row.isLate ? t("roster.late") : ""]
      .filter(Boolean)
      .join(", "),
  }));
}
