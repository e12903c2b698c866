import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { cn } from "@/components/ui/cn";
import { loadNewTerm } from "@/lib/calendar/search-params";
import { TERM_TYPES } from "@/lib/calendar/term-days";
import { deriveTerm } from "@/lib/calendar/terms/derive";
import { listLastTerms } from "@/lib/calendar/terms/queries";
import { requirePage } from "@/lib/platform/auth/page";
import { campusToday } from "@/lib/platform/dates/campus";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { TermForm } from "../_components/term-form";
import { valuesOfDraft } from "../_components/term-values";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("terms"))("new") };
}

/** A new term, filled in from the last ones of its type. */
export default async function NewTermPage({ searchParams }: PageProps<"/terms/new">) {
  const actor = await requirePage("calendar:edit");
  const type = (await loadNewTerm(searchParams)).type ?? "ENG_A";
  const [last, t, format] = await Promise.all([
    listLastTerms(actor, type),
    getTranslations("terms"),
    getFormat(),
  ]);
  return (
    <>
      <PageHeader
        title={t("new")}
        description={last[0] ? t("derived", { code: last[0].code }) : t("derivedFromNothing")}
        crumbs={{ label: t("title"), items: [{ label: t("title"), href: "/terms" }, { label: t("new") }] }}
      />
      <nav aria-label={t("columns.type")} className="mb-stack flex flex-wrap gap-1.5 text-sm">
        {TERM_TYPES.map((each) => (
          <Link
            key={each}
            href={`/terms/new?type=${each}`}
            prefetch={false}
            aria-current={each === type ? "page" : undefined}
            className={cn(
              "flex min-h-8 items-center rounded-md border px-2.5 py-1 hover:bg-accent touch:min-h-10",
              each === type && "border-primary bg-accent font-medium",
            )}
          >
            {t(`types.${each}`)}
          </Link>
        ))}
      </nav>
      {last[0] && (
        <p className="mb-stack max-w-prose text-muted-foreground text-sm">
          {t("lastOne", {
            name: format.words(last[0].name),
            days: format.dateRange(last[0].startDate, last[0].endDate),
          })}
        </p>
      )}
      <ClientMessages namespaces={["forms", "feedback", "terms"]}>
        <TermForm
          key={type}
          id={null}
          version={1}
          termType={type}
          values={valuesOfDraft(deriveTerm(type, last, campusToday()))}
        />
      </ClientMessages>
    </>
  );
}
