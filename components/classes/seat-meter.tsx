import { cn } from "@/components/ui/cn";
import { fillPercent } from "@/lib/classes/rules";
import type { Seats } from "@/lib/classes/schemas";
import type { Formatter } from "@/lib/platform/i18n/formatter";

type Props = { seats: Seats; label: string; format: Formatter; className?: string };

const WIDTH = 56;

/** How full a class is: a bar and "24 / 30". The colour repeats what the figures say: nearly full saffron, full laterite. */
export function SeatMeter({ seats, label, format, className }: Props) {
  const percent = fillPercent(seats);
  const tone = percent >= 100 ? "fill-laterite" : percent >= 85 ? "fill-saffron" : "fill-success";
  return (
    <span className={cn("inline-flex items-center gap-2 whitespace-nowrap", className)}>
      <svg role="img" aria-label={label} viewBox={`0 0 ${WIDTH} 6`} className="h-1.5 w-14 shrink-0">
        <rect width={WIDTH} height={6} rx={3} className="fill-border" />
        {percent > 0 ? (
          <rect
            width={Math.max(6, (Math.min(percent, 100) * WIDTH) / 100)}
            height={6}
            rx={3}
            className={tone}
          />
        ) : null}
      </svg>
      <span className="tabular text-sm">
        {format.number(seats.taken + seats.offered)}
        <span className="text-muted-foreground"> / {format.number(seats.capacity)}</span>
      </span>
    </span>
  );
}
