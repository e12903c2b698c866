import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { loadTerm } from "../../_components/load";
import { TermForm } from "../../_components/term-form";
import { valuesOfTerm } from "../../_components/term-values";

type Props = PageProps<"/terms/[code]/edit">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { term } = await loadTerm(params, "calendar:edit");
  return { title: term.code };
}

/** The dates of a term; what a change does is shown before it is saved. */
export default async function EditTermPage({ params }: Props) {
  const { term } = await loadTerm(params, "calendar:edit");
  const [t, format] = await Promise.all([getTranslations("terms"), getFormat()]);
  return (
    <>
      <PageHeader
        title={t("edit")}
        detail={term.code}
        description={t("editLead")}
        crumbs={{
          label: t("title"),
          items: [
            { label: t("title"), href: "/terms" },
            { label: format.words(term.name), href: `/terms/${encodeURIComponent(term.code)}` },
            { label: t("edit") },
          ],
        }}
      />
      <ClientMessages namespaces={["forms", "feedback", "terms"]}>
        <TermForm id={term.id} version={term.version} termType={term.termType} values={valuesOfTerm(term)} />
      </ClientMessages>
    </>
  );
}
