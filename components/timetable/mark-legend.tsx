import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import type { MeetingRow } from "@/lib/classes/schemas";
import { MARK_ICON, MARKS, marksOf } from "./meeting-marks";
import type { WeekWords } from "./week-words";

type Props = { meetings: MeetingRow[]; words: WeekWords; className?: string | undefined };

/** What the signs of this week mean; nothing where everything goes by the pattern. */
export function MarkLegend({ meetings, words, className }: Props) {
  const present = new Set(meetings.flatMap(marksOf));
  if (present.size === 0) return null;
  return (
    <ul
      aria-label={words.t("legend")}
      className={cn("mt-2 flex flex-wrap gap-x-4 gap-y-1 text-muted-foreground text-sm", className)}
    >
      {MARKS.filter((mark) => present.has(mark)).map((mark) => (
        <li key={mark} className="flex items-center gap-1.5">
          <Icon name={MARK_ICON[mark]} className="size-3.5" />
          {words.t(`marks.${mark}`)}
        </li>
      ))}
    </ul>
  );
}
