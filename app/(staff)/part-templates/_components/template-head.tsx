import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { buttonVariants } from "@/components/ui/button";
import { LinkTabs } from "@/components/ui/tabs";
import type { TemplateSetRow } from "@/lib/curriculum/part-templates/schemas";
import { versionState } from "@/lib/curriculum/version-state";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { EndButton } from "./end-button";
import { levelText } from "./level-text";

/** The head of a template: programme, levels, from when to when, what may be done with it. */
export async function TemplateHead({ actor, set }: { actor: AccountActor; set: TemplateSetRow }) {
  const [t, format] = await Promise.all([getTranslations("partTemplates"), getFormat()]);
  const today = campusToday();
  const state = versionState(set, today);
  const path = `/part-templates/${set.id}` as const;
  return (
    <>
      <PageHeader
        title={`${set.programmeCode} · ${format.words(set.name)}`}
        description={
          <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <Link
              href={`/programmes/${encodeURIComponent(set.programmeCode)}`}
              prefetch={false}
              className="link"
            >
              {format.words(set.programmeName)}
            </Link>
            <span>{levelText(set.levelFrom, set.levelTo, t)}</span>
            <span>
              {set.validTo
                ? t("span.closed", {
                    from: format.date(set.validFrom),
                    to: format.date(addDays(set.validTo, -1)),
                  })
                : t("span.open", { from: format.date(set.validFrom) })}
            </span>
            <Badge variant={state === "current" ? "success" : state === "coming" ? "info" : "outline"}>
              {t(`states.${state}`)}
            </Badge>
          </span>
        }
        crumbs={{
          label: t("title"),
          items: [{ label: t("title"), href: "/part-templates" }, { label: format.words(set.name) }],
        }}
        actions={
          can(actor, "curriculum:edit") && (
            <>
              {state !== "past" && (
                <ClientMessages namespaces={["forms", "partTemplates"]}>
                  <EndButton id={set.id} version={set.version} today={today} />
                </ClientMessages>
              )}
              <Link href={`${path}/edit`} prefetch={false} className={buttonVariants({ variant: "outline" })}>
                {t("correct")}
              </Link>
              <Link href={`/part-templates/new?from=${set.id}`} prefetch={false} className={buttonVariants()}>
                {t("newVersion")}
              </Link>
            </>
          )
        }
      />
      {(can(actor, "audit:read_history") || can(actor, "audit:read")) && (
        <div className="mb-stack">
          <LinkTabs
            label={t("tabs.label")}
            tabs={[
              { href: path, label: t("tabs.template"), exact: true },
              { href: `${path}/history`, label: t("tabs.history") },
            ]}
          />
        </div>
      )}
    </>
  );
}
