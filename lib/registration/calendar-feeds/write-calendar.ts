import "server-only";
import { ICalCalendar, ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { campusInstant, dayToDb } from "@/lib/platform/dates/campus";
import { addDays } from "@/lib/platform/dates/day";
import { loose } from "@/lib/platform/i18n/explain-text";
import { formatter } from "@/lib/platform/i18n/formatter";
import { tellReason } from "@/lib/platform/i18n/stored-reason";
import { translator } from "@/lib/platform/i18n/translator";
import type { FeedContent, FeedMeeting } from "./feed-events";

/** How long calendars are asked to wait before they look again; each has its own mind. */
const ASK_AGAIN_SECONDS = 60 * 60;

type Options = {
  /** The public address of the site. */
  site: string;
  /** What its owner called the address. */
  label: string;
  now: Date;
};

/** What the texts of an entry are made with. */
function wordsOf({ reader }: FeedContent) {
  const { locale, digits } = reader;
  return {
    locale,
    t: translator("calendarFeeds", locale, digits),
    buildings: translator("organization", locale, digits),
    reasons: loose(translator("reasons", locale, digits)),
    format: formatter(locale, digits),
  };
}
type Words = ReturnType<typeof wordsOf>;

function titleOf(meeting: FeedMeeting, { t, locale, format }: Words): string {
  const title = locale === "km" && meeting.titleKm ? format.digitsIn(meeting.titleKm) : meeting.title;
  const what = `${meeting.classes.join(" + ")} · ${title}`;
  if (meeting.cancelled) return t("event.cancelled", { what });
  return meeting.kind === "MAKE_UP" ? t("event.makeUp", { what }) : what;
}

/** What stands in the entry below its title: part, teacher, and how it differs from the weekly pattern. */
function linesOf(meeting: FeedMeeting, { t, reasons, format }: Words): string[] {
  const { movedFrom } = meeting;
  return [
    meeting.part && format.words(meeting.part),
    meeting.teacher && !meeting.teaches && t("event.teacher", { name: format.name(meeting.teacher) }),
    meeting.cancelled && meeting.cancelReason && tellReason(reasons, meeting.cancelReason),
    meeting.makesUpFor && t("event.makesUpFor", { date: format.date(meeting.makesUpFor) }),
    meeting.plannedTeacher && t("event.substitute", { name: format.name(meeting.plannedTeacher) }),
    meeting.plannedRoom && t("event.roomBefore", { room: meeting.plannedRoom }),
    movedFrom &&
      t("event.moved", {
        when: `${format.weekday(movedFrom.weekday)} ${format.timeRange(movedFrom.startMin, movedFrom.endMin)}`,
      }),
    meeting.note,
  ].filter((line) => typeof line === "string" && line !== "") as string[];
}

function placeOf(meeting: FeedMeeting, { t, buildings }: Words): string {
  if (!meeting.room) return t("event.noRoom");
  return meeting.building ? `${meeting.room}, ${buildings(`buildings.${meeting.building}`)}` : meeting.room;
}

/**
 * A timetable as iCalendar text (RFC 5545). A meeting keeps its identifier whatever becomes of it, and its sequence
 * grows with each change, so that calendars move an entry or strike it out instead of showing it twice; instants are
 * written in UTC, which every calendar shows in its own zone.
 */
export function writeCalendar(content: FeedContent, { site, label, now }: Options): string {
  const words = wordsOf(content);
  const { host } = new URL(site);
  const calendar = new ICalCalendar({
    name: words.t("calendarName", { label }),
    prodId: { company: "Naga SIS", product: "Timetable", language: words.locale.toUpperCase() },
    timezone: null,
    ttl: ASK_AGAIN_SECONDS,
  });
  for (const meeting of content.meetings) {
    const page = meeting.teaches ? "/teach/timetable" : "/my/timetable";
    calendar.createEvent({
      id: `meeting-${meeting.id}@${host}`,
      sequence: meeting.version - 1,
      stamp: now,
      start: campusInstant(meeting.date, meeting.startMin),
      end: campusInstant(meeting.date, meeting.endMin),
      summary: titleOf(meeting, words),
      description: linesOf(meeting, words).join("\n") || null,
      location: placeOf(meeting, words),
      url: `${site.replace(/\/$/, "")}${page}?week=${meeting.date}`,
      status: meeting.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: meeting.cancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
      busystatus: meeting.cancelled ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
    });
  }
  for (const [day, name] of content.holidays) {
    calendar.createEvent({
      id: `closed-${day}@${host}`,
      stamp: now,
      allDay: true,
      start: dayToDb(day),
      end: dayToDb(addDays(day, 1)),
      summary: words.t("event.closed", { name }),
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
    });
  }
  return calendar.toString();
}
