import { getTranslations } from "next-intl/server";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import type { ClassMeeting } from "@/lib/classes/queries/get-class";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { tellReason } from "@/lib/platform/i18n/stored-reason";

/** The dated meetings that come next; cancelled ones say why. */
export async function NextMeetings({ meetings }: { meetings: ClassMeeting[] }) {
  const [t, reasons, format] = await Promise.all([
    getTranslations("classes"),
    getTranslations("reasons").then(loose),
    getFormat(),
  ]);
  if (meetings.length === 0) {
    return <p className="px-4 py-3 text-muted-foreground text-sm">{t("page.noMeetings")}</p>;
  }
  return (
    <ul className="divide-y">
      {meetings.map((meeting) => (
        <li key={meeting.id} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 px-4 py-2.5 text-sm">
          <time dateTime={meeting.date} className={cn("font-medium", meeting.cancelled && "line-through")}>
            {format.date(meeting.date, "weekday")}
          </time>
          <span className="tabular">{format.timeRange(meeting.startMin, meeting.endMin)}</span>
          <span className="text-muted-foreground">
            {[
              format.words(meeting.part),
              meeting.room ?? t("noRoom"),
              meeting.teacher && format.name(meeting.teacher),
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
          {meeting.cancelled ? (
            <Badge variant="danger">
              {t("page.cancelled")}
              {meeting.cancelReason ? `: ${tellReason(reasons, meeting.cancelReason)}` : null}
            </Badge>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
