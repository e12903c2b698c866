import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { listTemplateVersions } from "@/lib/curriculum/part-templates/queries";
import { versionState } from "@/lib/curriculum/version-state";
import { campusToday } from "@/lib/platform/dates/campus";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { levelText } from "../_components/level-text";
import { loadTemplate } from "../_components/load";
import { SessionParts } from "../_components/session-parts";
import { TemplateHead } from "../_components/template-head";

type Props = PageProps<"/part-templates/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { set } = await loadTemplate(params, "curriculum:read");
  return { title: `${set.programmeCode} · ${set.name.en}` };
}

/** A template: its sessions and parts, and the versions for the same levels. */
export default async function PartTemplatePage({ params }: Props) {
  const { actor, set } = await loadTemplate(params, "curriculum:read");
  const [versions, t, format] = await Promise.all([
    listTemplateVersions(actor, set),
    getTranslations("partTemplates"),
    getFormat(),
  ]);
  const sessions = Array.from({ length: set.sessions }, (_, index) => index + 1);
  return (
    <>
      <TemplateHead actor={actor} set={set} />
      <div className="grid gap-stack lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-stack">
          {sessions.map((session) => (
            <SessionParts
              key={session}
              title={set.sessions === 1 ? t("parts") : t("session", { number: session })}
              parts={set.parts.filter((part) => part.session === session)}
            />
          ))}
          <p className="max-w-prose text-muted-foreground text-sm">{t("keep")}</p>
        </div>
        <Section title={t("versions")} detail={versions.length} framed>
          <ul className="divide-y">
            {versions.map((row) => {
              const state = versionState(row, campusToday());
              return (
                <li key={row.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-cell text-sm">
                  {row.id === set.id ? (
                    <span className="font-medium" aria-current="true">
                      {format.words(row.name)}
                    </span>
                  ) : (
                    <Link href={`/part-templates/${row.id}`} prefetch={false} className="link font-medium">
                      {format.words(row.name)}
                    </Link>
                  )}
                  <span className="text-muted-foreground">
                    {levelText(row.levelFrom, row.levelTo, t)} · {format.date(row.validFrom)}
                  </span>
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
      </div>
    </>
  );
}
