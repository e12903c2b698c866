import { Icon } from "@/components/ui/icon";
import { MARK_ICON, type Mark } from "./meeting-marks";

type Props = {
  label: string;
  /** The marks of the week with their names. */
  marks: readonly [Mark, string][];
  className?: string | undefined;
};

/** What the signs of this week mean; nothing where everything goes by the pattern. */
export function MarkLegend({ label, marks, className = "flex" }: Props) {
  if (marks.length === 0) return null;
  return (
    <ul
      aria-label={label}
      className={`mt-2 flex-wrap gap-x-4 gap-y-1 text-muted-foreground text-sm ${className}`}
    >
      {marks.map(([mark, text]) => (
        <li key={mark} className="flex items-center gap-1.5">
          <Icon name={MARK_ICON[mark]} className="size-3.5" />
          {text}
        </li>
      ))}
    </ul>
  );
}
