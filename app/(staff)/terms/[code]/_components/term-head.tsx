import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Badge, type BadgeVariant } from "@/components/ui/badge";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { LinkTabs } from "@/components/ui/tabs";
import type { TermRecord } from "@/lib/calendar/schemas";
import { listNeighbours, type TermNeighbour } from "@/lib/calendar/terms/queries";
import { type TermState, termState } from "@/lib/calendar/terms/rules";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

const VARIANT: Record<TermState, BadgeVariant> = {
  coming: "info",
  running: "success",
  over: "outline",
  closed: "warning",
};

/** The head of a term's pages: names, code, state, the terms beside it, its tabs. */
export async function TermHead({ actor, term }: { actor: AccountActor; term: TermRecord }) {
  const [neighbours, t, format] = await Promise.all([
    listNeighbours(actor, term),
    getTranslations("terms"),
    getFormat(),
  ]);
  const path = `/terms/${encodeURIComponent(term.code)}`;
  const state = termState(term, campusToday());
  const beside = (to: TermNeighbour | null, key: "before" | "after") =>
    to && (
      <Link
        href={`/terms/${encodeURIComponent(to.code)}`}
        prefetch={false}
        className={buttonVariants({ variant: "outline" })}
        title={`${t(`beside.${key}`)}: ${format.words(to.name)}`}
      >
        <Icon name={key === "before" ? "chevron-left" : "chevron-right"} />
        <span className="sr-only">{`${t(`beside.${key}`)}: ${format.words(to.name)}`}</span>
      </Link>
    );
  return (
    <>
      <PageHeader
        title={format.words(term.name)}
        detail={term.code}
        description={
          <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <span lang={format.locale === "km" ? "en" : "km"}>
              {format.locale === "km" ? term.name.en : term.name.km}
            </span>
            <span>{t(`types.${term.termType}`)}</span>
            <Badge variant={VARIANT[state]}>{t(`states.${state}`)}</Badge>
          </span>
        }
        crumbs={{ label: t("title"), items: [{ label: t("title"), href: "/terms" }, { label: term.code }] }}
        actions={
          <>
            {beside(neighbours.before, "before")}
            {beside(neighbours.after, "after")}
            {can(actor, "calendar:edit") && (
              <Link href={`${path}/edit`} prefetch={false} className={buttonVariants()}>
                {t("editDates")}
              </Link>
            )}
          </>
        }
      />
      {(can(actor, "audit:read_history") || can(actor, "audit:read")) && (
        <div className="mb-stack">
          <LinkTabs
            label={t("tabs.label")}
            tabs={[
              { href: path, label: t("tabs.term"), exact: true },
              { href: `${path}/history`, label: t("tabs.history") },
            ]}
          />
        </div>
      )}
    </>
  );
}
