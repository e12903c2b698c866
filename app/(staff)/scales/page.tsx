import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { listScales } from "@/lib/curriculum/scales/queries";
import { SCALE_KINDS } from "@/lib/curriculum/scales/scale-kinds";
import { versionState } from "@/lib/curriculum/version-state";
import { can } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { campusToday } from "@/lib/platform/dates/campus";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { LetterTable } from "./_components/letter-table";
import { spanText } from "./_components/span-text";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("scales"))("title") };
}

/** The grading scales: what is in force today, and every version there was or will be. */
export default async function ScalesPage() {
  const actor = await requirePage("curriculum:read");
  const [scales, t, format] = await Promise.all([listScales(actor), getTranslations("scales"), getFormat()]);
  const today = campusToday();
  return (
    <>
      <PageHeader title={t("title")} description={t("lead")} />
      <div className="grid gap-stack lg:grid-cols-2 xl:grid-cols-3">
        {SCALE_KINDS.map((kind) => {
          const versions = scales.filter((scale) => scale.kind === kind);
          const shown = versions.find((scale) => versionState(scale, today) === "current") ?? versions[0];
          return (
            <Section
              key={kind}
              title={t(`kinds.${kind}`)}
              framed
              actions={
                can(actor, "curriculum:edit") && (
                  <Link href={`/scales/new?kind=${kind}`} prefetch={false} className="link">
                    {t("newVersion")}
                  </Link>
                )
              }
            >
              <p className="border-b px-4 py-2.5 text-muted-foreground text-sm">{t(`for.${kind}`)}</p>
              {shown ? (
                <LetterTable letters={shown.grades} />
              ) : (
                <p className="px-4 py-3 text-muted-foreground text-sm">{t("none")}</p>
              )}
              <ul className="divide-y border-t" aria-label={t("versions")}>
                {versions.map((scale) => {
                  const state = versionState(scale, today);
                  return (
                    <li
                      key={scale.id}
                      className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-cell text-sm"
                    >
                      <Link href={`/scales/${scale.id}`} prefetch={false} className="link font-medium">
                        {scale.name}
                      </Link>
                      <span className="text-muted-foreground">{spanText(scale, t, format)}</span>
                      <span className="ml-auto">
                        <Badge
                          variant={state === "current" ? "success" : state === "coming" ? "info" : "outline"}
                        >
                          {t(`states.${state}`)}
                        </Badge>
                      </span>
                    </li>
                  );
                })}
              </ul>
            </Section>
          );
        })}
      </div>
    </>
  );
}
