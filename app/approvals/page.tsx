import "@/lib/operations/approval-kinds";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { EmptyState, NoMatchState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { buttonVariants } from "@/components/ui/button";
import { countBoxes, listApprovals } from "@/lib/approvals/queries";
import { loadInboxParams } from "@/lib/approvals/search-params";
import { tellLines } from "@/lib/approvals/tell";
import { can } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { loose } from "@/lib/platform/i18n/explain-text";
import { flatParams } from "@/lib/platform/url/href";
import { BoxTabs } from "./_components/box-tabs";
import { inboxColumns, inboxFilters, toInboxRow } from "./_components/inbox-table";

const PATH = "/approvals";

export async function generateMetadata(): Promise<Metadata> {
  await requirePage("signed_in");
  return { title: (await getTranslations("approvals"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The inbox of every role: what waits for a decision, what one asked for, what one decided. */
export default async function ApprovalsPage({ searchParams }: Props) {
  const actor = await requirePage("signed_in");
  const [state, params] = await Promise.all([loadInboxParams(searchParams), searchParams.then(flatParams)]);
  const seesAll = can(actor, "approvals:read");
  const box = state.box === "all" && !seesAll ? "waiting" : state.box;
  const { q: search, kind, status, page, size: pageSize } = state;
  const [found, counts, t] = await Promise.all([
    listApprovals(actor, { box, search, kind, status, page, pageSize }),
    countBoxes(actor),
    getTranslations("approvals"),
  ]);
  const lines = await tellLines(found.rows);
  const href = box === "waiting" ? PATH : `${PATH}?box=${box}`;
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} />
      <BoxTabs current={box} counts={counts} seesAll={seesAll} />
      {found.total === 0 && !search && !kind && !status ? (
        <EmptyState icon="inbox" title={t(`empty.${box}.title`)}>
          {t(`empty.${box}.text`)}
        </EmptyState>
      ) : (
        <DataTable
          name="approvals"
          caption={t("caption")}
          columns={inboxColumns(t, box)}
          rows={lines.map(toInboxRow)}
          path={PATH}
          params={params}
          page={found}
          search={{ placeholder: t("search") }}
          filters={inboxFilters(t, loose(t), box)}
          empty={
            <NoMatchState
              actions={
                <Link href={href} prefetch={false} className={buttonVariants({ variant: "outline" })}>
                  {t("empty.showAll")}
                </Link>
              }
            />
          }
        />
      )}
    </>
  );
}
