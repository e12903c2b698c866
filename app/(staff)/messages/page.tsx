import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import type { Column } from "@/components/data-table/columns";
import { DataTable } from "@/components/data-table/data-table";
import { EmptyState, NoMatchState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { MEDIA } from "@/lib/messages/kinds";
import { listMerges } from "@/lib/messages/queries/merges";
import { loadMergeList } from "@/lib/messages/search-params";
import { requirePage } from "@/lib/platform/auth/page";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams } from "@/lib/platform/url/href";

const PATH = "/messages";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mailings"))("title") };
}

type Line = {
  id: number;
  href: string;
  template: string;
  medium: string;
  people: number;
  sent: number;
  failed: number;
  skipped: number;
  by: string;
  createdAt: string;
};

/** What was sent to many people, newest first, with how many got it. */
export default async function MessagesPage({ searchParams }: PageProps<"/messages">) {
  const actor = await requirePage("messages:read");
  const query = await searchParams;
  const state = loadMergeList(query);
  const [found, t, format] = await Promise.all([
    listMerges(actor, state),
    getTranslations("mailings"),
    getFormat(),
  ]);
  const media = Object.fromEntries(
    MEDIA.map((medium) => [medium, { label: t(`media.${medium}`), tone: "plain" as const }]),
  );
  const columns: Column<keyof Line>[] = [
    { key: "template", label: t("columns.template"), kind: "text", fixed: true, phone: "title" },
    { key: "medium", label: t("columns.medium"), kind: "badge", badges: media, fixed: true, phone: "aside" },
    { key: "people", label: t("columns.people"), kind: "number", fixed: true, phone: "line" },
    { key: "sent", label: t("columns.sent"), kind: "number", fixed: true, phone: "hidden" },
    { key: "failed", label: t("columns.failed"), kind: "number", fixed: true, phone: "hidden" },
    { key: "skipped", label: t("columns.skipped"), kind: "number", fixed: true, phone: "hidden" },
    { key: "by", label: t("columns.by"), kind: "text", fixed: true, phone: "line" },
    { key: "createdAt", label: t("columns.createdAt"), kind: "datetime", fixed: true, phone: "line" },
  ];
  return (
    <>
      <PageHeader
        title={t("title")}
        detail={format.number(found.total)}
        description={t("lead")}
        actions={
          <Link
            href="/messages/templates"
            prefetch={false}
            className={buttonVariants({ variant: "outline" })}
          >
            <Icon name="file-text" />
            {t("templates")}
          </Link>
        }
      />
      <DataTable<Line>
        name="messages"
        caption={t("caption")}
        columns={columns}
        rows={found.rows.map(({ id, template, medium, people, sent, failed, skipped, by, createdAt }) => ({
          id,
          href: `${PATH}/${id}`,
          template,
          medium,
          people,
          sent,
          failed,
          skipped,
          by,
          createdAt,
        }))}
        path={PATH}
        params={flatParams(query)}
        page={found}
        filters={[
          {
            key: "medium",
            label: t("filters.medium"),
            options: MEDIA.map((value) => ({ value, label: t(`media.${value}`) })),
          },
        ]}
        empty={
          state.medium || state.template ? (
            <NoMatchState
              actions={
                <Link href={PATH} prefetch={false} className={buttonVariants({ variant: "outline" })}>
                  {t("empty.all")}
                </Link>
              }
            />
          ) : (
            <EmptyState
              icon="mail"
              title={t("empty.title")}
              actions={
                <Link href="/students" className={buttonVariants({ variant: "outline" })}>
                  {t("empty.toStudents")}
                </Link>
              }
            >
              {t("empty.text")}
            </EmptyState>
          )
        }
      />
    </>
  );
}
