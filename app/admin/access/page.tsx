import "@/lib/operations/approval-kinds";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { WaitingSection } from "@/components/approvals/waiting-section";
import { DataTable } from "@/components/data-table/data-table";
import { NoMatchState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Button } from "@/components/ui/button";
import { waitingForHome } from "@/lib/approvals/home";
import { can } from "@/lib/platform/access/actor";
import { listAssignments } from "@/lib/platform/access/queries";
import { loadAssignmentListParams } from "@/lib/platform/access/search-params";
import { requirePage } from "@/lib/platform/auth/page";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams } from "@/lib/platform/url/href";
import { assignmentColumns, assignmentFilters, toTableRow } from "./_components/assignment-table";
import { RoleMatrix } from "./_components/role-matrix";

const PATH = "/admin/access";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("access"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Who holds which role, where and how long; the way to grant and to end. */
export default async function AccessPage({ searchParams }: Props) {
  const actor = await requirePage("access:read");
  const [{ q, role, state, page, size }, params] = await Promise.all([
    loadAssignmentListParams(searchParams),
    searchParams.then(flatParams),
  ]);
  const [found, waiting, t, roles, reasons, privacy, format] = await Promise.all([
    listAssignments(actor, { search: q, role, state, page, pageSize: size }),
    waitingForHome(actor),
    getTranslations("access"),
    getTranslations("roles"),
    getTranslations("reasons"),
    getTranslations("privacy"),
    getFormat(),
  ]);
  const mayGrant = can(actor, "access:grant");
  return (
    <>
      <PageHeader
        title={t("title")}
        detail={format.number(found.total)}
        description={t("lead")}
        actions={
          mayGrant ? (
            <Button asChild>
              <Link href={`${PATH}/grant`}>{t("grant.open")}</Link>
            </Button>
          ) : null
        }
      />
      <WaitingSection {...waiting} className="mb-stack max-w-3xl" />
      <DataTable
        name="assignments"
        caption={t("caption")}
        columns={assignmentColumns(t, roles)}
        rows={found.rows.map((row) => toTableRow(row, t, loose(reasons)))}
        path={PATH}
        params={params}
        page={found}
        search={{ placeholder: t("search") }}
        filters={assignmentFilters(t, roles)}
        empty={
          <NoMatchState
            actions={
              <Button asChild variant="outline">
                <Link href={PATH}>{t("emptyAction")}</Link>
              </Button>
            }
          />
        }
      />
      <RoleMatrix />
      <p className="mt-4">
        <Link href="/admin/access/people" prefetch={false} className="link">
          {privacy("link")}
        </Link>
      </p>
    </>
  );
}
