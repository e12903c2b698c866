import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Badge } from "@/components/ui/badge";
import { buttonVariants } from "@/components/ui/button";
import { LinkTabs } from "@/components/ui/tabs";
import type { ScaleVersion } from "@/lib/curriculum/scales/schemas";
import { versionState } from "@/lib/curriculum/version-state";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { RemoveScale } from "./remove-scale";
import { spanText } from "./span-text";

/** The head of a version of a scale: its kind, from when to when, what may be done with it. */
export async function ScaleHead({ actor, scale }: { actor: AccountActor; scale: ScaleVersion }) {
  const [t, format] = await Promise.all([getTranslations("scales"), getFormat()]);
  const state = versionState(scale, campusToday());
  const path = `/scales/${scale.id}` as const;
  const unused = scale.used === 0;
  return (
    <>
      <PageHeader
        title={scale.name}
        detail={scale.code}
        description={
          <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <span>{t(`kinds.${scale.kind}`)}</span>
            <span>{spanText(scale, t, format)}</span>
            <Badge variant={state === "current" ? "success" : state === "coming" ? "info" : "outline"}>
              {t(`states.${state}`)}
            </Badge>
          </span>
        }
        crumbs={{ label: t("title"), items: [{ label: t("title"), href: "/scales" }, { label: scale.name }] }}
        actions={
          can(actor, "curriculum:edit") && (
            <>
              {unused && (
                <>
                  <ClientMessages namespaces={["feedback", "scales"]}>
                    <RemoveScale id={scale.id} version={scale.version} name={scale.name} />
                  </ClientMessages>
                  <Link
                    href={`${path}/edit`}
                    prefetch={false}
                    className={buttonVariants({ variant: "outline" })}
                  >
                    {t("edit")}
                  </Link>
                </>
              )}
              <Link href={`/scales/new?kind=${scale.kind}`} prefetch={false} className={buttonVariants()}>
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
              { href: path, label: t("tabs.scale"), exact: true },
              { href: `${path}/history`, label: t("tabs.history") },
            ]}
          />
        </div>
      )}
    </>
  );
}
