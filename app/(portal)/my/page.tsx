import "@/lib/operations/approval-kinds";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { WaitingSection } from "@/components/approvals/waiting-section";
import { EmptyState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { PhotoNotice } from "@/components/people/photo-notice";
import { CancelledNotices } from "@/components/registration/cancelled-notices";
import { KeyDateList } from "@/components/registration/key-date-list";
import { NextDays } from "@/components/registration/next-days";
import { TodaySection } from "@/components/registration/today-section";
import { waitingForHome } from "@/lib/approvals/home";
import { listKeyDates } from "@/lib/classes/queries/key-dates";
import { findOwnPhoto } from "@/lib/people/photos/queries";
import { findOwnName } from "@/lib/people/queries/own-name";
import { requirePage } from "@/lib/platform/auth/page";
import { campusNow } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { listOwnCancelled } from "@/lib/registration/cancel-class/own-notices";
import { findOwnStudies, listStudentMeetings } from "@/lib/registration/queries/student-week";
import { OwnClassList } from "./_components/own-class-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("my"))("title") };
}

/** The student's day: rooms and times first, then what comes, what is due, and the classes. */
export default async function StudentHomePage() {
  const actor = await requirePage("registration:read_own");
  const now = campusNow();
  const today = now.day;
  const [name, studies, meetings, waiting, photo, cancelled, t, format] = await Promise.all([
    findOwnName(actor),
    findOwnStudies(actor),
    listStudentMeetings(actor, today, addDays(today, 7)),
    waitingForHome(actor),
    findOwnPhoto(actor),
    listOwnCancelled(actor),
    getTranslations("my"),
    getFormat(),
  ]);
  if (!studies) {
    return (
      <EmptyState icon="id-card" title={t("noStudent")}>
        {t("noStudentText")}
      </EmptyState>
    );
  }
  const ofToday = meetings.filter((each) => each.date === today);
  const later = meetings.filter((each) => each.date > today);
  const { programme } = studies;
  const programmeName = programme && (format.locale === "km" ? programme.nameKm : programme.name);
  const level = programme?.level ? ` · ${t("level", { level: programme.level })}` : "";
  return (
    <>
      <PageHeader
        title={t("greeting", { name })}
        description={`${t("number", { number: studies.number })} · ${programmeName ?? t("noProgramme")}${level}`}
      />
      <CancelledNotices notices={cancelled} />
      <PhotoNotice photo={photo} className="mb-6" />
      <WaitingSection {...waiting} className="mb-6" />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-6">
          <TodaySection
            title={t("today")}
            now={now}
            meetings={ofToday}
            empty={
              <>
                {t("noneToday")}{" "}
                {later[0] ? t("nextUp", { day: format.date(later[0].date, "weekday") }) : null}
              </>
            }
            showTeacher
          />
          <Section
            framed
            title={t("next")}
            actions={
              <Link href="/my/timetable" prefetch={false} className="link">
                {t("timetable")}
              </Link>
            }
          >
            <NextDays meetings={later} empty={t("noneNext")} />
          </Section>
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Section framed title={t("classes")}>
            <OwnClassList classes={studies.classes} />
          </Section>
          <Section framed title={(await getTranslations("registration.keyDates"))("title")}>
            <KeyDateList dates={await listKeyDates(actor, studies.terms, 60)} />
          </Section>
        </div>
      </div>
    </>
  );
}
