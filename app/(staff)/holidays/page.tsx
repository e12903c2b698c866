import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { listHolidaysOfYear, listHolidayYears } from "@/lib/calendar/holidays/queries";
import { loadHolidayList } from "@/lib/calendar/search-params";
import { countHolidayMeetings } from "@/lib/classes/holidays/queries";
import { can } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { campusToday } from "@/lib/platform/dates/campus";
import { daysBetween } from "@/lib/platform/dates/day";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { HolidayButton } from "./_components/holiday-button";
import { HolidayList } from "./_components/holiday-list";
import { YearTabs } from "./_components/year-tabs";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("holidays"))("title") };
}

/** The public holidays of a year: what is closed when, by both names. */
export default async function HolidaysPage({ searchParams }: PageProps<"/holidays">) {
  const actor = await requirePage("calendar:read");
  const today = campusToday();
  const year = (await loadHolidayList(searchParams)).year ?? Number(today.slice(0, 4));
  const [rows, years, meetings, t, format] = await Promise.all([
    listHolidaysOfYear(actor, year),
    listHolidayYears(actor),
    can(actor, "classes:read") ? countHolidayMeetings(actor, year) : null,
    getTranslations("holidays"),
    getFormat(),
  ]);
  const edits = can(actor, "calendar:edit");
  const days = rows
    .filter(({ isActive }) => isActive)
    .reduce((sum, row) => sum + daysBetween(row.startDate, row.endDate) + 1, 0);
  return (
    <>
      <PageHeader
        title={t("titleOf", { year: format.number(year).replace(",", "") })}
        detail={t("days", { count: days })}
        description={t("lead")}
        actions={
          <>
            {(can(actor, "audit:read_history") || can(actor, "audit:read")) && (
              <Link
                href={`/holidays/history?year=${year}`}
                prefetch={false}
                className={buttonVariants({ variant: "ghost" })}
              >
                <Icon name="history" />
                {t("history")}
              </Link>
            )}
            <a
              href={`/api/v1/calendar/holidays?year=${year}`}
              className={buttonVariants({ variant: "outline" })}
              download
            >
              <Icon name="download" />
              {t("export")}
            </a>
            {edits && (
              <>
                <Link
                  href="/holidays/import"
                  prefetch={false}
                  className={buttonVariants({ variant: "outline" })}
                >
                  <Icon name="upload" />
                  {t("import")}
                </Link>
                <ClientMessages namespaces={["forms", "holidays"]}>
                  <HolidayButton year={year} />
                </ClientMessages>
              </>
            )}
          </>
        }
      />
      <YearTabs year={year} years={years} today={Number(today.slice(0, 4))} />
      {rows.length === 0 ? (
        <EmptyState
          icon="calendar"
          title={t("none", { year: format.number(year).replace(",", "") })}
          actions={
            edits && (
              <Link href="/holidays/import" prefetch={false} className={buttonVariants()}>
                {t("import")}
              </Link>
            )
          }
        >
          {t("noneText")}
        </EmptyState>
      ) : (
        <ClientMessages namespaces={["forms", "feedback", "holidays"]}>
          <HolidayList
            rows={rows.map((row) => ({ ...row, meetings: meetings?.get(row.id) ?? 0 }))}
            edits={edits}
            today={today}
          />
        </ClientMessages>
      )}
    </>
  );
}
