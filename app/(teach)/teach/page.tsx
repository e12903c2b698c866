import "@/lib/operations/approval-kinds";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { WaitingSection } from "@/components/approvals/waiting-section";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { PersonProjects } from "@/components/projects/person-projects";
import { KeyDateList } from "@/components/registration/key-date-list";
import { NextDays } from "@/components/registration/next-days";
import { TodaySection } from "@/components/registration/today-section";
import { waitingForHome } from "@/lib/approvals/home";
import { listCurrentTerms } from "@/lib/calendar/queries";
import { listAdvisedProjects, type PersonProject } from "@/lib/classes/projects/of-person";
import { PROJECT_MOVES } from "@/lib/classes/projects/states";
import { listKeyDates } from "@/lib/classes/queries/key-dates";
import { listTaughtClasses, listTeacherMeetings, type TaughtClass } from "@/lib/classes/queries/teacher-week";
import type { MeetingRow } from "@/lib/classes/schemas";
import { findOwnName } from "@/lib/people/queries/own-name";
import type { Actor } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { campusNow } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { TaughtClassList } from "./_components/taught-class-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("teach"))("title") };
}

const rosterOf = (meeting: MeetingRow) => `/teach/classes/${meeting.classId}`;

/** Dates of the terms in which the person teaches; what students pay by when is not theirs. */
async function ownDates(actor: Actor, classes: readonly TaughtClass[]) {
  const own = new Set(classes.map(({ termCode }) => termCode));
  const terms = (await listCurrentTerms(actor)).filter(({ code }) => own.has(code));
  return listKeyDates(
    actor,
    terms.map((term) => ({ ...term, discountEndDate: null, paymentDeadline: null })),
    60,
  );
}

/** A group that still needs its advisor. */
const isRunning = ({ status }: PersonProject) => PROJECT_MOVES[status].length > 0;

/** The teacher's day: today's meetings first, each one tap from its roster. */
export default async function TeacherHomePage() {
  const actor = await requirePage("classes:read_own");
  const now = campusNow();
  const today = now.day;
  const [name, meetings, classes, projects, waiting, t, format] = await Promise.all([
    findOwnName(actor),
    listTeacherMeetings(actor, today, addDays(today, 7)),
    listTaughtClasses(actor),
    actor.personId === null ? [] : listAdvisedProjects(actor, actor.personId),
    waitingForHome(actor),
    getTranslations("teach"),
    getFormat(),
  ]);
  const ofToday = meetings.filter((each) => each.date === today);
  const later = meetings.filter((each) => each.date > today);
  const next = later.find((each) => !each.cancelled);
  return (
    <>
      <PageHeader title={t("greeting", { name })} />
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
                {next
                  ? t("nextUp", { day: format.date(next.date, "weekday"), time: format.time(next.startMin) })
                  : null}
              </>
            }
            hrefOf={rosterOf}
          />
          <Section
            framed
            title={t("next")}
            actions={
              <Link href="/teach/timetable" prefetch={false} className="link">
                {t("timetable")}
              </Link>
            }
          >
            <NextDays meetings={later} empty={t("noneNext")} hrefOf={rosterOf} />
          </Section>
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <Section
            framed
            title={t("classes")}
            detail={classes.length > 0 ? format.number(classes.length) : undefined}
          >
            <TaughtClassList classes={classes} today={today} />
          </Section>
          <PersonProjects of="advisor" rows={projects.filter(isRunning)} />
          <Section framed title={(await getTranslations("registration.keyDates"))("title")}>
            <KeyDateList dates={(await ownDates(actor, classes)).slice(0, 12)} />
          </Section>
        </div>
      </div>
    </>
  );
}
