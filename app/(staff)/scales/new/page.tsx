import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { findLastScale } from "@/lib/curriculum/scales/queries";
import { loadNewScale } from "@/lib/curriculum/scales/search-params";
import { requirePage } from "@/lib/platform/auth/page";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { ScaleForm } from "../_components/scale-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("scales"))("newVersion") };
}

/** A new version of a scale, filled in with the letters of the last one. */
export default async function NewScalePage({ searchParams }: PageProps<"/scales/new">) {
  const actor = await requirePage("curriculum:edit");
  const kind = (await loadNewScale(searchParams)).kind ?? "ACADEMIC";
  const [last, t] = await Promise.all([findLastScale(actor, kind), getTranslations("scales")]);
  return (
    <>
      <PageHeader
        title={t("newVersion")}
        detail={t(`kinds.${kind}`)}
        description={t("newLead")}
        crumbs={{
          label: t("title"),
          items: [{ label: t("title"), href: "/scales" }, { label: t("newVersion") }],
        }}
      />
      <ClientMessages namespaces={["forms", "scales"]}>
        <ScaleForm
          kind={kind}
          id={null}
          version={1}
          values={{ name: last?.name ?? "", validFrom: "", grades: last?.grades ?? [] }}
        />
      </ClientMessages>
    </>
  );
}
