import "./roster.css";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { buttonVariants } from "@/components/ui/button";
import type { UrlParams } from "@/lib/platform/url/href";
import type { RosterRow } from "@/lib/registration/queries/roster";
import { fitsRoster, rosterColumns, rosterLines } from "./roster-columns";

type Props = {
  rows: RosterRow[];
  /** "ENGL-101 A" */
  className: string;
  path: string;
  params: UrlParams;
  tools?: ReactNode;
  hrefOf?: (row: RosterRow) => string;
  /** Where the reader is told no telephone numbers. */
  withoutContacts?: boolean;
};

/** The students of a class as a table, searchable within the class. */
export async function Roster({ rows, className, path, params, tools, hrefOf, withoutContacts }: Props) {
  const t = await getTranslations("registration");
  const q = params.q?.trim() ?? "";
  const shown = q ? rows.filter((row) => fitsRoster(row, q)) : rows;
  const withStatus = rows.some((row) => row.status !== "ENROLLED");
  return (
    <DataTable
      name="roster"
      caption={t("roster.caption", { class: className })}
      columns={rosterColumns(t, withStatus).filter(({ key }) => key !== "phone" || !withoutContacts)}
      rows={rosterLines(shown, t, hrefOf)}
      path={path}
      params={params}
      search={rows.length > 0 ? { placeholder: t("roster.search") } : undefined}
      tools={tools}
      empty={
        q && rows.length > 0 ? (
          <EmptyState
            icon="search-x"
            title={t("roster.noMatch", { q })}
            actions={
              <Link href={path} prefetch={false} className={buttonVariants({ variant: "outline" })}>
                {t("roster.showAll")}
              </Link>
            }
          >
            {null}
          </EmptyState>
        ) : (
          <EmptyState icon="users" title={t("roster.empty")}>
            {null}
          </EmptyState>
        )
      }
    />
  );
}
