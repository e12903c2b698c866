import type { ReactNode } from "react";
import { Section } from "@/components/layout/section";
import { MeetingList } from "@/components/timetable/meeting-list";
import type { MeetingRow } from "@/lib/classes/schemas";
import type { Day } from "@/lib/platform/dates/day";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

type Props = {
  title: string;
  /** The campus's day and minute of the day. */
  now: { day: Day; minutes: number };
  /** Meetings of that day alone. */
  meetings: MeetingRow[];
  /** What stands there on a day without any, such as when the next one is. */
  empty: ReactNode;
  hrefOf?: (meeting: MeetingRow) => string;
  showTeacher?: boolean;
};

/** The meetings of today with the running one marked, at the top of the homes of students and teachers. */
export async function TodaySection({ title, now, meetings, empty, hrefOf, showTeacher }: Props) {
  const format = await getFormat();
  return (
    <Section framed title={title} detail={format.date(now.day, "weekday")}>
      {meetings.length > 0 ? (
        <MeetingList meetings={meetings} nowMinutes={now.minutes} hrefOf={hrefOf} showTeacher={showTeacher} />
      ) : (
        <p className="px-4 py-5 text-muted-foreground">{empty}</p>
      )}
    </Section>
  );
}
