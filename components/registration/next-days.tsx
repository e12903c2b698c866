import { getTranslations } from "next-intl/server";
import { cn } from "@/components/ui/cn";
import type { MeetingRow } from "@/lib/classes/schemas";
import { weekday } from "@/lib/platform/dates/day";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

type Props = { meetings: MeetingRow[]; empty: string; hrefOf?: (meeting: MeetingRow) => string };

/** Meetings of the coming days, a line each, grouped by day. */
export async function NextDays({ meetings, empty, hrefOf }: Props) {
  const [t, format] = await Promise.all([getTranslations("registration.timetable"), getFormat()]);
  if (meetings.length === 0) return <p className="px-4 py-5 text-muted-foreground text-sm">{empty}</p>;
  return (
    <ul className="divide-y">
      {[...Map.groupBy(meetings, (each) => each.date)].map(([day, ofDay]) => (
        <li key={day} className="grid grid-cols-[4.75rem_minmax(0,1fr)] gap-x-3 px-4 py-2.5 text-sm">
          <p>
            <span className="block font-medium">{format.weekday(weekday(day), "short")}</span>
            <span className="block text-muted-foreground text-xs">
              {format.date(day).replace(/\s\S+$/, "")}
            </span>
          </p>
          <ul className="space-y-1">
            {ofDay.map((each) => (
              <li
                key={`${each.id}-${each.classId}`}
                className={cn(
                  "flex flex-wrap items-baseline gap-x-2.5",
                  each.cancelled && "text-muted-foreground",
                )}
              >
                <span className="tabular">{format.timeRange(each.startMin, each.endMin)}</span>
                <span className={cn("font-medium", each.cancelled && "line-through")}>
                  {hrefOf ? (
                    <a href={hrefOf(each)} className="hover:underline">
                      {each.code} {each.section}
                    </a>
                  ) : (
                    `${each.code} ${each.section}`
                  )}
                </span>
                <span className="text-muted-foreground">
                  {each.cancelled ? t("cancelled") : (each.room ?? t("noRoom"))}
                </span>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  );
}
