import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { MARK_ICON, marksOf } from "@/components/timetable/meeting-marks";
import { weekWords } from "@/components/timetable/week-words";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import type { MeetingLine } from "@/lib/classes/timetable/queries/class-meetings";
import type { Day } from "@/lib/platform/dates/day";
import { MeetingActions } from "./meeting-actions";
import { actionsOf, toFacts } from "./to-facts";

type Props = {
  lines: readonly MeetingLine[];
  today: Day;
  /** Whether the reader may change meetings. */
  edits: boolean;
  /** The class is named where the list holds several. */
  withClass?: boolean;
};

/** Dated meetings under each other: when, where and with whom, what differs from the weekly time, what can be done. */
export async function MeetingLines({ lines, today, edits, withClass }: Props) {
  const [t, words] = await Promise.all([getTranslations("meetings"), weekWords()]);
  const { format } = words;
  return (
    <ol className="divide-y">
      {lines.map((line) => (
        <li
          key={`${line.id}-${line.classId}`}
          id={`m${line.id}`}
          className="flex flex-wrap items-start gap-x-4 gap-y-1 px-4 py-2.5 text-sm target:bg-accent"
        >
          <p className={cn("shrink-0", withClass ? "w-28" : "w-60 max-md:w-full")}>
            {withClass ? null : (
              <time
                dateTime={line.date}
                className={cn("block font-medium", line.cancelled && "line-through")}
              >
                {format.date(line.date, "weekday")}
              </time>
            )}
            <span className={cn("tabular", withClass ? "font-medium" : "text-muted-foreground")}>
              {format.timeRange(line.startMin, line.endMin)}
            </span>
          </p>
          <div className="min-w-0 flex-1 basis-56">
            {withClass ? (
              <p className={cn("font-medium", line.cancelled && "line-through")}>
                <Link href={`/classes/${line.classId}/meetings`} prefetch={false} className="link">
                  {line.code} {line.section}
                </Link>
                {line.part ? (
                  <span className="font-normal text-muted-foreground"> · {format.words(line.part)}</span>
                ) : null}
              </p>
            ) : line.part ? (
              <p>{format.words(line.part)}</p>
            ) : null}
            <p className="text-muted-foreground">
              {line.room ?? <span className="text-warning">{t("noRoom")}</span>}
              {" · "}
              {line.teacher ? (
                format.name(line.teacher)
              ) : (
                <span className="text-warning">{t("noTeacher")}</span>
              )}
            </p>
            {marksOf(line).map((mark) => (
              <p
                key={mark}
                className={cn("flex gap-1.5", mark === "cancelled" ? "text-danger" : "text-warning")}
              >
                <Icon name={MARK_ICON[mark]} className="mt-1 size-3.5 shrink-0" />
                {words.tellMark(mark, line)}
              </p>
            ))}
            {line.madeUpOn ? (
              <p className="text-muted-foreground">{t("madeUpOn", { date: format.date(line.madeUpOn) })}</p>
            ) : null}
            {line.note ? <p className="text-muted-foreground">{line.note}</p> : null}
          </div>
          {edits && actionsOf(line, today).length > 0 ? (
            <div data-print="hide" className="max-md:-ml-2.5 max-md:basis-full">
              <MeetingActions
                meeting={toFacts(line, format)}
                actions={actionsOf(line, today)}
                today={today}
              />
            </div>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
