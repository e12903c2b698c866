import { route } from "@/lib/platform/api/route";
import { campusToday } from "@/lib/platform/dates/campus";
import { env } from "@/lib/platform/env/env";
import { AppError } from "@/lib/platform/errors";
import { consume } from "@/lib/platform/rate-limit/consume";
import { noteFeedRead } from "@/lib/registration/calendar-feeds/commands";
import { readFeed } from "@/lib/registration/calendar-feeds/feed-events";
import { findFeed } from "@/lib/registration/calendar-feeds/queries";
import { feedParams } from "@/lib/registration/calendar-feeds/schemas";
import { writeCalendar } from "@/lib/registration/calendar-feeds/write-calendar";

/**
 * Somebody's timetable for calendars on phones and computers, by its private address: no session is asked for, and none
 * helps. Wrong addresses and those taken back are one and the same 404.
 */
export const GET = route(
  {
    name: "registration.calendar-feed",
    method: "GET",
    permission: "public",
    rateLimit: "feed",
    params: feedParams,
  },
  async ({ params: { token } }) => {
    const feed = await findFeed(token);
    if (!feed) throw new AppError("not_found", "registration.feed_not_found");
    // Calendars of many people ask from the same machines of their providers, so each address counts for itself too.
    await consume("feed", `device:feed-${feed.id}`);
    const content = await readFeed(feed.personId, campusToday());
    if (!content) throw new AppError("not_found", "registration.feed_not_found");
    if (feed.noteDue) await noteFeedRead(feed.id);
    return new Response(
      writeCalendar(content, { site: env().NAGA_URL, label: feed.label, now: new Date() }),
      {
        headers: {
          "content-type": "text/calendar; charset=utf-8",
          "content-disposition": 'inline; filename="timetable.ics"',
          "cache-control": "private, no-store",
          // Nobody should find an address by a search machine to which somebody showed it.
          "x-robots-tag": "noindex",
          "referrer-policy": "no-referrer",
        },
      },
    );
  },
);
