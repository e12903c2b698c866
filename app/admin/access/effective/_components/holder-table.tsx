import { getTranslations } from "next-intl/server";
import type { Column } from "@/components/data-table/columns";
import { DataTable } from "@/components/data-table/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import type { Holder } from "@/lib/platform/access/holders";
import type { Permission } from "@/lib/platform/access/permissions";
import type { RoleName } from "@/lib/platform/access/roles";
import type { Page } from "@/lib/platform/db/paging";
import type { UrlParams } from "@/lib/platform/url/href";
import { scopeText } from "../../_components/assignment-table";

type Line = {
  id: number;
  href: string;
  name: string;
  email: string;
  scope: string;
  grant: string;
  from: string;
  to: string | null;
};

type Props = { found: Page<Holder>; path: string; params: UrlParams; permission: Permission; role: RoleName };

/** Who holds a right through a role today, where and until when. */
export async function HolderTable({ found, path, params, permission, role }: Props) {
  const [t, access, roles] = await Promise.all([
    getTranslations("users.effective"),
    getTranslations("access"),
    getTranslations("roles"),
  ]);
  const rows = found.rows.map((holder): Line => {
    return {
      id: holder.id,
      href: `/admin/users/${holder.accountId}/rights`,
      name: holder.displayName,
      email: holder.email,
      scope: scopeText(holder, access),
      grant: `/admin/access/${holder.id}`,
      from: holder.validFrom,
      to: holder.lastDay,
    };
  });
  const columns: Column<keyof Line>[] = [
    { key: "name", label: access("columns.name"), kind: "text", fixed: true, phone: "title" },
    { key: "email", label: access("columns.email"), kind: "text", phone: "line" },
    { key: "scope", label: access("columns.scope"), kind: "link", hrefKey: "grant", phone: "line" },
    { key: "from", label: access("columns.from"), kind: "date", phone: "hidden" },
    { key: "to", label: access("columns.to"), kind: "date", phone: "hidden" },
  ];
  return (
    <DataTable
      name="holders"
      caption={t("caption", { permission, role: roles(role) })}
      columns={columns}
      rows={rows}
      path={path}
      params={{ ...params, permission, role }}
      page={found}
      empty={<EmptyState icon="key-round">{t("none")}</EmptyState>}
    />
  );
}
