import type { MEETING_VIEWS } from "@/lib/classes/timetable/search-params";

export type MeetingView = (typeof MEETING_VIEWS)[number];

/** Address of a page of the meetings of a class; what is as always is left out. */
export function meetingsHref(path: string, show: MeetingView, part: number | null, page = 1): string {
  const query = new URLSearchParams();
  if (show !== "coming") query.set("show", show);
  if (part !== null) query.set("part", String(part));
  if (page > 1) query.set("page", String(page));
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}
