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
import { listTemplates } from "@/lib/messages/queries/templates";
import { loadTemplateList } from "@/lib/messages/search-params";
import { can } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams } from "@/lib/platform/url/href";

const PATH = "/messages/templates";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mailings.template"))("title") };
}

type Line = {
  id: number;
  href: string;
  name: string;
  medium: string;
  languages: string;
  merges: string;
  isActive: string;
};

/** The templates by name: find, open, begin a new one. */
export default async function TemplatesPage({ searchParams }: PageProps<"/messages/templates">) {
  const actor = await requirePage("messages:read");
  const query = await searchParams;
  const { medium, active, q, page, size } = loadTemplateList(query);
  const [found, all, t, format] = await Promise.all([
    listTemplates(actor, { medium, active, q, page, size }),
    getTranslations("mailings"),
    getTranslations("mailings.template"),
    getFormat(),
  ]);
  const media = Object.fromEntries(
    MEDIA.map((each) => [each, { label: all(`media.${each}`), tone: "plain" as const }]),
  );
  const use = {
    true: { label: t("yesNo.true"), tone: "success" as const },
    false: { label: t("yesNo.false"), tone: "neutral" as const },
  };
  const columns: Column<keyof Line>[] = [
    { key: "name", label: t("columns.name"), kind: "text", fixed: true, phone: "title" },
    { key: "medium", label: t("columns.medium"), kind: "badge", badges: media, fixed: true, phone: "line" },
    { key: "languages", label: t("columns.languages"), kind: "text", fixed: true, phone: "line" },
    { key: "merges", label: t("columns.merges"), kind: "text", fixed: true, phone: "hidden" },
    {
      key: "isActive",
      label: t("columns.isActive"),
      kind: "badge",
      badges: use,
      fixed: true,
      phone: "aside",
    },
  ];
  const create = can(actor, "messages:edit_templates") ? (
    <Link href={`${PATH}/new`} prefetch={false} className={buttonVariants()}>
      <Icon name="plus" />
      {t("new")}
    </Link>
  ) : null;
  return (
    <>
      <PageHeader
        title={t("title")}
        detail={format.number(found.total)}
        description={t("lead")}
        crumbs={{
          label: all("crumbs"),
          items: [{ label: all("title"), href: "/messages" }, { label: t("title") }],
        }}
        actions={create}
      />
      <DataTable<Line>
        name="message-templates"
        caption={t("caption")}
        columns={columns}
        rows={found.rows.map((row) => ({
          id: row.id,
          href: `${PATH}/${row.id}`,
          name: row.name,
          medium: row.medium,
          languages: [row.bodyKm && t("khmer"), row.bodyEn && t("english")].filter(Boolean).join(", "),
          merges: t("times", { count: row.merges }),
          isActive: String(row.isActive),
        }))}
        path={PATH}
        params={flatParams(query)}
        page={found}
        search={{ placeholder: t("search") }}
        filters={[
          {
            key: "medium",
            label: all("filters.medium"),
            options: MEDIA.map((value) => ({ value, label: all(`media.${value}`) })),
          },
          {
            key: "active",
            label: all("filters.active"),
            options: (["true", "false"] as const).map((value) => ({ value, label: t(`yesNo.${value}`) })),
          },
        ]}
        empty={
          q || medium || active !== null ? (
            <NoMatchState
              actions={
                <Link href={PATH} prefetch={false} className={buttonVariants({ variant: "outline" })}>
                  {all("empty.all")}
                </Link>
              }
            />
          ) : (
            <EmptyState icon="file-text" title={t("empty.title")} actions={create}>
              {t("empty.text")}
            </EmptyState>
          )
        }
      />
    </>
  );
}
