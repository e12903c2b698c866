import { getTranslations } from "next-intl/server";
import { packRows } from "@/components/data-table/packed";
import type { Movable } from "@/components/timetable/move-types";
import type { Detail } from "@/components/timetable/tell-week";
import { layOutWeek } from "@/components/timetable/week-layout";
import { WeekMover } from "@/components/timetable/week-mover";
import { WeekPage } from "@/components/timetable/week-page";
import type { WeekState } from "@/components/timetable/week-params";
import { listHolidays } from "@/lib/calendar/queries";
import type { MeetingRow } from "@/lib/classes/schemas";
import { listWeek, type WeekMeeting } from "@/lib/classes/timetable/week";
import { hasBegun } from "@/lib/classes/weeks/move-from";
import type { WeekKind } from "@/lib/classes/weeks/schemas";
import { studyBands, weekFrame } from "@/lib/classes/weeks/study-hours";
import type { WeekSubject } from "@/lib/classes/weeks/subject";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import { weekday } from "@/lib/platform/dates/day";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { settingOn } from "@/lib/platform/settings/settings";

type Props = { actor: AccountActor; subject: WeekSubject; week: WeekState };

/** What a meeting says below its class, by whose week it stands in. */
const DETAILS: Record<WeekKind, readonly Detail[]> = {
  room: ["teacher"],
  teacher: ["room"],
  class: ["room", "teacher"],
  programme: ["room"],
};

function toMovable(meeting: WeekMeeting, colour: number): Movable {
  return {
    id: meeting.id,
    version: meeting.version,
    slotVersion: meeting.slotVersion,
    weekly: meeting.slotId !== null && !meeting.byHand,
    date: meeting.date,
    startMin: meeting.startMin,
    endMin: meeting.endMin,
    roomId: meeting.roomId,
    room: meeting.room,
    name: nameOf(meeting),
    colour,
  };
}

/** Classes that are taught as one are moved as one, and called so. */
function nameOf({ code, section, together }: WeekMeeting): string {
  return [`${code} ${section}`, ...together.map((each) => `${each.code} ${each.section}`)].join(" + ");
}

/** The week of what was chosen, from its dated meetings; whoever may plan moves them here. */
export async function SubjectWeek({ actor, subject, week: { sunday, ...week } }: Props) {
  const { kind, id, ref } = subject;
  const [meetings, holidays, times, t, format] = await Promise.all([
    listWeek(actor, { kind, id, monday: week.monday }),
    listHolidays(actor, week.monday, sunday),
    settingOn("classes.study_times", week.today),
    getTranslations("timetableStaff"),
    getFormat(),
  ]);
  const crowded = kind === "programme";
  const frame = weekFrame(studyBands(times));
  const layout = layOutWeek(week.monday, meetings, frame);
  const now = { day: week.today, minutes: week.nowMinutes };
  const movable = can(actor, "classes:edit")
    ? layout.days
        .flatMap((day) => day.meetings)
        .filter((each) => !each.cancelled && !hasBegun(now, each.date, each.startMin))
        .map((each) => toMovable(each, each.colour))
    : [];
  const movableIds = new Set(movable.map((each) => each.id));
  const minutes = meetings.reduce((sum, each) => sum + (each.cancelled ? 0 : each.endMin - each.startMin), 0);
  const handleOf = (meeting: MeetingRow) =>
    movableIds.has(meeting.id)
      ? t("move.handle", {
          name: `${meeting.code} ${meeting.section}`,
          when: `${format.weekday(weekday(meeting.date))} ${format.time(meeting.startMin)}`,
        })
      : null;
  const page = (
    <WeekPage
      path="/timetable"
      params={{ of: kind, id: ref }}
      {...week}
      meetings={meetings}
      holidays={holidays}
      details={DETAILS[kind]}
      showTeacher
      frame={frame}
      crowded={crowded}
      evenEmpty={!crowded}
      emptyText={t("empty")}
      hrefOf={(meeting) => `/classes/${meeting.classId}`}
      handleOf={handleOf}
    >
      <p className="mb-2 text-muted-foreground text-sm">
        {t("summary", {
          count: meetings.filter((each) => !each.cancelled).length,
          hours: format.number(minutes / 60, minutes % 60 === 0 ? 0 : 1),
        })}
        {movable.length > 0 && !crowded ? (
          <span data-print="hide" className="hidden md:inline">
            {" · "}
            {t("hint")}
          </span>
        ) : null}
      </p>
    </WeekPage>
  );
  if (movable.length === 0) return page;
  const shape = {
    firstHour: layout.firstHour,
    hours: layout.hours,
    days: layout.days.map((each) => each.day),
  };
  return (
    <WeekMover meetings={packRows(movable)} shape={shape}>
      {page}
    </WeekMover>
  );
}
