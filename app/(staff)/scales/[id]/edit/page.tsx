import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { loadScale } from "../../_components/load";
import { ScaleForm } from "../../_components/scale-form";

type Props = PageProps<"/scales/[id]/edit">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadScale(params, "curriculum:edit")).scale.name };
}

/** The letters of a version by which nobody was graded yet; the others are shown instead. */
export default async function EditScalePage({ params }: Props) {
  const { scale } = await loadScale(params, "curriculum:edit");
  if (scale.used > 0) redirect(`/scales/${scale.id}`);
  const t = await getTranslations("scales");
  return (
    <>
      <PageHeader
        title={t("edit")}
        detail={scale.name}
        crumbs={{
          label: t("title"),
          items: [
            { label: t("title"), href: "/scales" },
            { label: scale.name, href: `/scales/${scale.id}` },
            { label: t("edit") },
          ],
        }}
      />
      <ClientMessages namespaces={["forms", "scales"]}>
        <ScaleForm
          kind={scale.kind}
          id={scale.id}
          version={scale.version}
          values={{ name: scale.name, validFrom: scale.validFrom, grades: scale.grades }}
        />
      </ClientMessages>
    </>
  );
}
