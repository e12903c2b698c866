import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { listOfferingTerms, type OfferingTerm } from "@/lib/classes/offering/terms";
import { loadDuplicateParams } from "@/lib/classes/search-params";
import { requirePage } from "@/lib/platform/auth/page";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { DuplicateForm } from "./_components/duplicate-form";

export async function generateMetadata(): Promise<Metadata> {
  await requirePage("classes:edit");
  return { title: (await getTranslations("offering"))("title") };
}

/** Where the offering of a term goes next: the first later term of its kind that has the fewest classes yet. */
function nextOf(from: OfferingTerm | undefined, terms: readonly OfferingTerm[]): string {
  const later = terms.filter(
    (term) => term.open && term.termType === from?.termType && term.start > from.start,
  );
  return (
    later.toSorted((a, b) => a.start.localeCompare(b.start)).find((term) => term.classes === 0)?.code ??
    later.at(-1)?.code ??
    ""
  );
}

/** Copies a whole term's classes into another term: which, where to, what comes along. */
export default async function DuplicatePage({ searchParams }: PageProps<"/classes/duplicate">) {
  const actor = await requirePage("classes:edit");
  const given = loadDuplicateParams(await searchParams);
  const [terms, t, classes, format] = await Promise.all([
    listOfferingTerms(actor),
    getTranslations("offering"),
    getTranslations("classes"),
    getFormat(),
  ]);
  const option = (term: OfferingTerm) => ({
    value: term.code,
    type: term.termType,
    start: term.start,
    label: t("form.term", { name: format.words(term.name), code: term.code, count: term.classes }),
  });
  const from = terms.find((term) => term.code === given.from);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        crumbs={{
          label: t("crumbs"),
          items: [{ label: classes("title"), href: "/classes" }, { label: t("title") }],
        }}
      />
      <ClientMessages namespaces={["forms", "offering.form"]}>
        <DuplicateForm
          sources={terms.filter((term) => term.classes > 0).map(option)}
          targets={terms.filter((term) => term.open).map(option)}
          from={from?.code ?? ""}
          to={
            terms.some((term) => term.open && term.code === given.to) ? (given.to ?? "") : nextOf(from, terms)
          }
        />
      </ClientMessages>
    </>
  );
}
