import { getTranslations } from "next-intl/server";
import type { Column } from "@/components/data-table/columns";
import { DataTable } from "@/components/data-table/data-table";
import { NoMatchState } from "@/components/feedback/empty-state";
import { isRole, ROLES } from "@/lib/platform/access/roles";
import {
  type AccountRow,
  accountSources,
  accountStatuses,
  lastSeenChoices,
} from "@/lib/platform/accounts/schemas";
import type { Page } from "@/lib/platform/db/paging";
import type { UrlParams } from "@/lib/platform/url/href";
import type { Sort } from "@/lib/platform/url/list-params";

const PATH = "/admin/users";

type Line = {
  id: number;
  href: string;
  displayName: string;
  email: string;
  number: string | null;
  roles: string[];
  source: string;
  status: string;
  lastSignIn: string | null;
};

type Props = {
  found: Page<AccountRow>;
  /** Student numbers by the person's id. */
  numbers: ReadonlyMap<number, string | null>;
  params: UrlParams;
  sort: Sort;
};

/** The accounts with their roles of today and the last sign-in. */
export async function AccountTable({ found, numbers, params, sort }: Props) {
  const [t, roles] = await Promise.all([getTranslations("users"), getTranslations("roles")]);
  const rows = found.rows.map((row): Line => {
    return {
      id: row.id,
      href: `${PATH}/${row.id}`,
      displayName: row.displayName,
      email: row.email,
      number: row.personId === null ? null : (numbers.get(row.personId) ?? null),
      roles: row.roles.map((role) => (isRole(role) ? roles(role) : role)),
      source: row.source,
      status: row.status,
      lastSignIn: row.lastSignInAt,
    };
  });
  const sources = Object.fromEntries(
    accountSources.map((source) => [source, { label: t(`sources.${source}`), tone: "plain" as const }]),
  );
  const statuses = {
    ACTIVE: { label: t("statuses.ACTIVE"), tone: "success" as const },
    DISABLED: { label: t("statuses.DISABLED"), tone: "danger" as const },
  };
  const columns: Column<keyof Line>[] = [
    {
      key: "displayName",
      label: t("columns.name"),
      kind: "text",
      sortable: true,
      fixed: true,
      phone: "title",
    },
    { key: "email", label: t("columns.email"), kind: "text", sortable: true, phone: "line" },
    { key: "number", label: t("columns.number"), kind: "code", phone: "hidden" },
    { key: "roles", label: t("columns.roles"), kind: "list", phone: "line" },
    { key: "source", label: t("columns.source"), kind: "badge", badges: sources, phone: "hidden" },
    { key: "lastSignIn", label: t("columns.lastSignIn"), kind: "datetime", phone: "line" },
    { key: "status", label: t("columns.status"), kind: "badge", badges: statuses, phone: "aside" },
  ];
  return (
    <DataTable
      name="accounts"
      caption={t("caption")}
      columns={columns}
      rows={rows}
      path={PATH}
      params={params}
      sort={sort}
      page={found}
      views
      search={{ placeholder: t("search") }}
      filters={[
        {
          key: "role",
          label: t("filters.role"),
          options: ROLES.map((value) => ({ value, label: roles(value) })),
        },
        {
          key: "status",
          label: t("filters.status"),
          options: accountStatuses.map((value) => ({ value, label: t(`statuses.${value}`) })),
        },
        {
          key: "source",
          label: t("filters.source"),
          options: accountSources.map((value) => ({ value, label: t(`sources.${value}`) })),
        },
        {
          key: "seen",
          label: t("filters.seen"),
          options: lastSeenChoices.map((value) => ({ value, label: t(`seen.${value}`) })),
        },
      ]}
      empty={<NoMatchState />}
    />
  );
}
