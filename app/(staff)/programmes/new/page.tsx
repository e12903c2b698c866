import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { ALL_AWARDS, AWARDS } from "@/lib/curriculum/programmes/rules";
import { listStructure } from "@/lib/curriculum/structure/queries";
import { requirePage } from "@/lib/platform/auth/page";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { NewProgrammeForm } from "./_components/new-programme-form";

export async function generateMetadata(): Promise<Metadata> {
  await requirePage("curriculum:edit");
  return { title: (await getTranslations("catalogue"))("new") };
}

/** A new programme: what it is called, where it stands, what it ends with. */
export default async function NewProgrammePage() {
  const actor = await requirePage("curriculum:edit");
  const [structure, t] = await Promise.all([listStructure(actor), getTranslations("catalogue")]);
  const cycles = structure
    .flatMap((division) => division.cycles)
    .filter(({ isActive }) => isActive)
    .map(({ id, name, nameKm }) => ({ value: String(id), label: actor.locale === "km" ? nameKm : name }));
  return (
    <>
      <PageHeader
        title={t("new")}
        description={t("newLead")}
        crumbs={{
          label: t("title"),
          items: [{ label: t("title"), href: "/programmes" }, { label: t("new") }],
        }}
      />
      <ClientMessages
        namespaces={["forms", "errors.validation", "catalogue.fields", "catalogue.kinds", "catalogue.awards"]}
      >
        <NewProgrammeForm
          cycles={cycles}
          awards={{ ACADEMIC: [...AWARDS.ACADEMIC], LANGUAGE: [...AWARDS.LANGUAGE] }}
          labels={Object.fromEntries(ALL_AWARDS.map((award) => [award, t(`awards.${award}`)]))}
          submit={t("create")}
          created={t("created")}
        />
      </ClientMessages>
    </>
  );
}
