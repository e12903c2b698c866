import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { listDraftTerms } from "@/lib/classes/draft-timetable/queries";
import { requirePage } from "@/lib/platform/auth/page";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { DraftForm } from "./_components/draft-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("draftTimetable.form"))("title") };
}

/** Asks for a draft: of which term, what of it, and what counts how much. */
export default async function NewProposalPage() {
  const actor = await requirePage("timetable:draft");
  const [terms, t] = await Promise.all([listDraftTerms(actor), getTranslations("draftTimetable")]);
  return (
    <>
      <PageHeader
        title={t("form.title")}
        description={t("form.lead")}
        crumbs={{
          label: t("back"),
          items: [{ label: t("title"), href: "/timetable/proposals" }, { label: t("form.title") }],
        }}
      />
      {terms.length === 0 ? (
        <EmptyState icon="calendar-days" title={t("form.none")} />
      ) : (
        <ClientMessages namespaces={["forms", "draftTimetable.form", "draftTimetable.wish"]}>
          <DraftForm
            terms={terms.map(({ id, code, deliveries, missing }) => ({
              id,
              label: t("form.termLine", { code, deliveries, missing }),
              missing,
            }))}
          />
        </ClientMessages>
      )}
    </>
  );
}
