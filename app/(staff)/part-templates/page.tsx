import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/data-table/data-table";
import { NoMatchState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import {
  listLanguageProgrammes,
  listTemplates,
  listUncovered,
} from "@/lib/curriculum/part-templates/queries";
import { loadTemplateList } from "@/lib/curriculum/part-templates/search-params";
import { can } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams } from "@/lib/platform/url/href";
import { templateColumns, templateFilters, toTemplateLine } from "./_components/template-lines";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("partTemplates"))("title") };
}

/** From which parts language classes are made, by programme and level. */
export default async function PartTemplatesPage({ searchParams }: PageProps<"/part-templates">) {
  const actor = await requirePage("curriculum:read");
  const [state, params] = await Promise.all([loadTemplateList(searchParams), searchParams.then(flatParams)]);
  const [sets, uncovered, programmes, t, format] = await Promise.all([
    listTemplates(actor, state),
    listUncovered(actor),
    listLanguageProgrammes(actor),
    getTranslations("partTemplates"),
    getFormat(),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        detail={sets.length}
        description={t("lead")}
        actions={
          can(actor, "curriculum:edit") && (
            <Link href="/part-templates/new" prefetch={false} className={buttonVariants()}>
              <Icon name="plus" />
              {t("new")}
            </Link>
          )
        }
      />
      {uncovered.length > 0 && (
        <Alert variant="warning" title={t("uncovered", { count: uncovered.length })} className="mb-stack">
          <p>{t("uncoveredText")}</p>
          <p>
            {uncovered.map(({ code }, index) => (
              <span key={code}>
                {index > 0 ? ", " : ""}
                <Link href={`/courses/${encodeURIComponent(code)}`} prefetch={false} className="link">
                  {code}
                </Link>
              </span>
            ))}
          </p>
        </Alert>
      )}
      <DataTable
        name="part-templates"
        caption={t("caption")}
        path="/part-templates"
        params={params}
        rows={sets.map((set) => toTemplateLine(set, t, format))}
        columns={templateColumns(t)}
        filters={templateFilters(t, programmes, format)}
        empty={
          <NoMatchState
            actions={
              <Link
                href="/part-templates?when=all"
                prefetch={false}
                className={buttonVariants({ variant: "outline" })}
              >
                {t("all")}
              </Link>
            }
          />
        }
      />
    </>
  );
}
