import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { PrintButton } from "@/components/registration/print-button";
import { TimetableTabs } from "@/components/timetable/timetable-tabs";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { periodOf, reportRoomUse } from "@/lib/classes/weeks/room-use";
import { loadRoomUse } from "@/lib/classes/weeks/room-use-params";
import { can } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { campusToday } from "@/lib/platform/dates/campus";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams, listHref } from "@/lib/platform/url/href";
import { PeriodForm } from "./_components/period-form";
import { RoomTable } from "./_components/room-table";
import { TimeTable } from "./_components/time-table";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("roomUse"))("title") };
}

/** How much the rooms are used: together by weekday and time of day, and each by itself. */
export default async function RoomUsePage({ searchParams }: Props) {
  const actor = await requirePage("classes:read");
  const [state, params] = await Promise.all([loadRoomUse(searchParams), searchParams.then(flatParams)]);
  const today = campusToday();
  const [report, t, format] = await Promise.all([
    reportRoomUse(actor, state, today),
    getTranslations("roomUse"),
    getFormat(),
  ]);
  const { from, to } = periodOf(state, today);
  return (
    <>
      <PageHeader
        title={t("title")}
        detail={format.dateRange(from, to)}
        description={t("lead")}
        actions={
          <>
            {can(actor, "classes:export") ? (
              <a
                href={listHref("/api/v1/classes/timetable/rooms", params, {})}
                download
                className={buttonVariants({ variant: "outline" })}
              >
                <Icon name="download" />
                {t("download")}
              </a>
            ) : null}
            <PrintButton>{t("print")}</PrintButton>
          </>
        }
      />
      <TimetableTabs />
      <PeriodForm state={state} from={from} />
      {report.rooms.length === 0 ? (
        <EmptyState icon="search-x" title={t("none")}>
          {t("noneText")}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-6">
          <p className="font-medium">
            {report.share === null
              ? t("noHours")
              : t("ofAll", {
                  share: format.percent(Math.round(report.share * 100)),
                  rooms: report.rooms.length,
                })}
          </p>
          <Section title={t("byTime")} framed className="max-w-4xl">
            <TimeTable cells={report.cells} />
          </Section>
          <Section title={t("byRoom")} detail={format.number(report.rooms.length)} framed>
            <RoomTable rooms={report.rooms} params={params} sort={state.sort} week={from} />
          </Section>
        </div>
      )}
    </>
  );
}
