import type { getTranslations } from "next-intl/server";
import type { Column, Row } from "@/components/data-table/columns";
import type { Filter } from "@/components/data-table/filters";
import { isRole, ROLES, type RoleName } from "@/lib/platform/access/roles";
import { type AssignmentRow, assignmentStates } from "@/lib/platform/access/schemas";
import type { LooseTranslator } from "@/lib/platform/i18n/explain-text";
import { tellReason } from "@/lib/platform/i18n/stored-reason";

/** A row of the table as it is shown; its texts are ready, so that the client needs no messages for them. */
export type AssignmentTableRow = Row & {
  name: string;
  email: string;
  role: string;
  scope: string;
  authority: number | null;
  from: string;
  to: string | null;
  state: AssignmentRow["state"] | "disabled";
  grantedBy: string;
  reason: string | null;
};

type Access = Awaited<ReturnType<typeof getTranslations<"access">>>;
type Roles = Awaited<ReturnType<typeof getTranslations<"roles">>>;

/** The columns of the list. */
export function assignmentColumns(
  t: Access,
  roles: Roles,
): Column<Exclude<keyof AssignmentTableRow, keyof Row>>[] {
  const badges = {
    current: { label: t("states.current"), tone: "success" },
    coming: { label: t("states.coming"), tone: "info" },
    past: { label: t("states.past"), tone: "neutral" },
    disabled: { label: t("states.disabled"), tone: "danger" },
  } as const;
  const roleBadges = Object.fromEntries(
    ROLES.map((role) => [role, { label: roles(role), tone: "neutral" as const }]),
  );
  return [
    { key: "name", label: t("columns.name"), kind: "text", fixed: true, phone: "title" },
    { key: "email", label: t("columns.email"), kind: "text", phone: "line" },
    { key: "role", label: t("columns.role"), kind: "badge", badges: roleBadges, phone: "aside" },
    { key: "scope", label: t("columns.scope"), kind: "text", phone: "line" },
    { key: "authority", label: t("columns.authority"), kind: "number", phone: "hidden" },
    { key: "from", label: t("columns.from"), kind: "date", phone: "hidden" },
    { key: "to", label: t("columns.to"), kind: "date", phone: "hidden" },
    { key: "state", label: t("columns.state"), kind: "badge", badges, phone: "line" },
    { key: "grantedBy", label: t("columns.grantedBy"), kind: "text", optional: true },
    { key: "reason", label: t("columns.reason"), kind: "text", optional: true },
  ];
}

/** Role and state, as the list is narrowed. */
export function assignmentFilters(t: Access, roles: Roles): Filter[] {
  return [
    {
      key: "role",
      label: t("filters.role"),
      options: ROLES.map((role) => ({ value: role, label: roles(role) })),
    },
    {
      key: "state",
      label: t("filters.state"),
      options: assignmentStates.map((state) => ({ value: state, label: t(`states.${state}`) })),
    },
  ];
}

/** One assignment as a row that opens its page. */
export function toTableRow(row: AssignmentRow, t: Access, reasons: LooseTranslator): AssignmentTableRow {
  return {
    id: row.id,
    href: `/admin/access/${row.id}`,
    name: row.displayName,
    email: row.email,
    role: row.role,
    scope: scopeText(row, t),
    authority: row.authorityLevel,
    from: row.validFrom,
    to: row.lastDay,
    state: row.accountDisabled ? "disabled" : row.state,
    grantedBy: row.grantedBy,
    reason: row.reason && tellReason(reasons, row.reason),
  };
}

/** Where an assignment holds, in words. */
export function scopeText(
  { scopeKind, scopeRef }: Pick<AssignmentRow, "scopeKind" | "scopeRef">,
  t: Access,
): string {
  return t(`scopes.${scopeKind}`, { ref: scopeRef ?? "" });
}

/** Name of a role; a role that this version does not know is shown as it is stored. */
export function roleText(role: RoleName | string, roles: Roles): string {
  return isRole(role) ? roles(role) : role;
}
