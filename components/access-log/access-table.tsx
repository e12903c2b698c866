import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Column } from "@/components/data-table/columns";
import { DataTable } from "@/components/data-table/data-table";
import { NoMatchState } from "@/components/feedback/empty-state";
import { ACCESS_KINDS, type AccessRow } from "@/lib/platform/access-log/schemas";
import type { Page } from "@/lib/platform/db/paging";
import { loose } from "@/lib/platform/i18n/explain-text";
import type { UrlParams } from "@/lib/platform/url/href";

/** Whose record it was, in words, and where it can be opened. */
export type Subject = { text: string; href: string | null };

type Line = {
  id: number;
  at: string;
  by: string;
  account: string | null;
  role: string;
  what: string;
  subject: string | null;
  record: string | null;
  target: string | null;
  class: string | null;
  records: number | null;
  ip: string | null;
  request: string;
};

type Props = {
  found: Page<AccessRow>;
  path: string;
  params: UrlParams;
  /** By the person's id; without it the table is about one person. */
  subjects?: ReadonlyMap<number, Subject>;
  /** Whether names lead to accounts. */
  linkAccounts: boolean;
  /** Whether classes can be opened. */
  linkClasses: boolean;
  filtered: boolean;
  empty?: ReactNode;
};

/** Who opened what, when, in which role, from where. */
export async function AccessTable(props: Props) {
  const { found, path, params, subjects } = props;
  const [t, roles] = await Promise.all([getTranslations("accessLog"), getTranslations("roles")]);
  const say = (translate: unknown, key: string, otherwise: string) =>
    loose(translate).has(key) ? loose(translate)(key) : otherwise;
  const targetText = ({ what, target }: AccessRow) => {
    if (target === null) return null;
    return what === "storage.file" ? t("file", { id: target.slice(0, 8) }) : t("class", { id: target });
  };
  const rows = found.rows.map((row): Line => {
    const subject = row.subjectId === null ? null : subjects?.get(row.subjectId);
    const isClass = row.target !== null && row.what !== "storage.file";
    return {
      id: row.id,
      at: row.at,
      by: row.by,
      account: props.linkAccounts ? `/admin/users/${row.accountId}` : null,
      role: say(roles, row.role, row.role),
      what: say(t, `what.${row.what}`, row.what),
      subject: subject?.text ?? (row.subjectId === null ? null : t("person", { id: row.subjectId })),
      record: subject?.href ?? null,
      target: targetText(row),
      class: isClass && props.linkClasses ? `/classes/${row.target}` : null,
      records: row.records,
      ip: row.ip,
      request: row.requestId,
    };
  });
  const whose: Column<keyof Line>[] = [
    { key: "subject", label: t("columns.subject"), kind: "link", hrefKey: "record", phone: "line" },
    { key: "target", label: t("columns.target"), kind: "link", hrefKey: "class", phone: "line" },
    { key: "records", label: t("columns.records"), kind: "number", phone: "hidden" },
  ];
  const columns: Column<keyof Line>[] = [
    { key: "at", label: t("columns.at"), kind: "datetime", fixed: true, phone: "title" },
    { key: "by", label: t("columns.by"), kind: "link", hrefKey: "account", phone: "line" },
    { key: "role", label: t("columns.role"), kind: "text", phone: "line" },
    { key: "what", label: t("columns.what"), kind: "text", phone: "line" },
    ...(subjects ? whose : []),
    { key: "ip", label: t("columns.ip"), kind: "code", phone: "hidden" },
    { key: "request", label: t("columns.request"), kind: "code", optional: true, phone: "hidden" },
  ];
  return (
    <DataTable
      name={subjects ? "access-log" : "record-readers"}
      caption={t("caption")}
      columns={columns}
      rows={rows}
      path={path}
      params={params}
      page={found}
      filters={
        props.filtered
          ? [
              {
                key: "what",
                label: t("filters.what"),
                options: ACCESS_KINDS.map((value) => ({ value, label: say(t, `what.${value}`, value) })),
              },
            ]
          : undefined
      }
      empty={props.empty ?? <NoMatchState />}
    />
  );
}
