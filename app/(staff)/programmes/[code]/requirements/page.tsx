import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/feedback/empty-state";
import { Section } from "@/components/layout/section";
import { PrintButton } from "@/components/registration/print-button";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { loadCatalogueParams } from "@/lib/curriculum/programmes/search-params";
import { getCatalogue, suggestChangeDay } from "@/lib/curriculum/requirements/queries";
import { MAX_REQUIREMENTS } from "@/lib/curriculum/requirements/schemas";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { countByCatalogue } from "@/lib/studies/requirements/affected";
import { DayForm } from "../_components/day-form";
import { loadProgramme } from "../_components/load";
import { AddButton } from "./_components/add-button";
import { RequirementTable } from "./_components/requirement-table";
import { VersionList } from "./_components/version-list";

type Props = PageProps<"/programmes/[code]/requirements">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { programme } = await loadProgramme(params, "/requirements");
  const t = await getTranslations("catalogue");
  return { title: `${t("tabs.requirements")} · ${programme.code}` };
}

/** The ordered courses of a degree on a catalogue date, every version of the list, and the ways to change it. */
export default async function RequirementsPage({ params, searchParams }: Props) {
  const { actor, programme } = await loadProgramme(params, "/requirements");
  const [t, format, { on: wanted }] = await Promise.all([
    getTranslations("catalogue"),
    getFormat(),
    loadCatalogueParams(searchParams),
  ]);
  if (programme.kind === "LANGUAGE")
    return (
      <EmptyState icon="layout-list" title={t("requirements.none")}>
        {t("requirements.language")}
      </EmptyState>
    );
  const today = campusToday();
  const on = wanted ?? today;
  const { lines, credits, days } = await getCatalogue(actor, programme.id, on);
  const path = `/programmes/${programme.code}/requirements`;
  const last = days.at(-1) ?? null;
  const mayEdit = can(actor, "curriculum:edit");
  // Only the newest list is changed: earlier ones are what counted, or end already.
  const isNewest = last === null || on >= last;
  const from = mayEdit ? await changeDay(actor, programme.id, last) : today;
  const begins = days.filter((day) => day <= on).at(-1);
  const ends = days.find((day) => day > on);
  const query = `programme=${programme.code}&on=${on}`;
  const exports = (["xlsx", "csv"] as const).map((as) => (
    <a
      key={as}
      href={`/api/v1/curriculum/requirements/export?${query}&format=${as}`}
      className={buttonVariants({ variant: "outline", size: "sm" })}
      download
    >
      <Icon name="download" />
      {t(`requirements.${as}`)}
    </a>
  ));
  const max = Math.min(MAX_REQUIREMENTS, lines.length + 1);
  return (
    <ClientMessages
      namespaces={[
        "forms",
        "feedback",
        "errors.validation",
        "courses.picker",
        "catalogue.change",
        "catalogue.affected",
        "catalogue.line",
      ]}
    >
      <div className="grid items-start gap-stack lg:grid-cols-[minmax(0,1fr)_16rem]">
        <Section
          title={t("requirements.title")}
          detail={t("requirements.total", { count: lines.length, credits })}
          framed={lines.length > 0}
          actions={
            <>
              {lines.length > 0 && exports}
              {lines.length > 0 && <PrintButton>{t("requirements.print")}</PrintButton>}
              {mayEdit && isNewest && <AddButton programme={programme.code} from={from} max={max} />}
            </>
          }
        >
          {lines.length === 0 ? (
            <EmptyState icon="layout-list" title={t("requirements.none")}>
              {t("requirements.noneText")}
            </EmptyState>
          ) : (
            <RequirementTable
              label={t("requirements.caption", { code: programme.code })}
              programme={programme.code}
              lines={lines}
              begins={begins ?? null}
              first={days[0] ?? null}
              from={from}
              editable={mayEdit && isNewest}
            />
          )}
        </Section>
        <div className="grid gap-stack" data-print="hide">
          <DayForm path={path} on={on} label={t("requirements.on")} submit={t("requirements.show")} />
          {begins && lines.length > 0 && (
            <p className="text-muted-foreground text-sm">
              {ends
                ? t("requirements.leadTo", { from: format.date(begins), to: format.date(addDays(ends, -1)) })
                : t("requirements.lead", { from: format.date(begins) })}
            </p>
          )}
          {mayEdit && !isNewest && (
            <p className="text-sm">
              <Link href={`${path}?on=${last}`} prefetch={false} className="link">
                {t("requirements.newer", { day: format.date(last) })}
              </Link>
            </p>
          )}
          <VersionList
            programme={programme.code}
            path={path}
            days={days}
            on={on}
            today={today}
            editable={mayEdit}
          />
          {can(actor, "studies:read") && begins && (
            <Link href={`/programmes/${programme.code}/students`} prefetch={false} className="link text-sm">
              {t("byCatalogue.title")}
            </Link>
          )}
        </div>
      </div>
    </ClientMessages>
  );
}

async function changeDay(
  actor: AccountActor,
  programmeId: number,
  lastChange: string | null,
): Promise<string> {
  const [newest] = can(actor, "studies:read") ? await countByCatalogue(actor, programmeId) : [];
  return suggestChangeDay(actor, programmeId, { lastChange, lastCatalogue: newest?.catalogueDate ?? null });
}
