import { cn } from "@/components/ui/cn";
import { fillPercent } from "@/lib/classes/rules";
import type { Seats } from "@/lib/classes/schemas";

type Props = { seats: Seats; label: string; className?: string };

/** How full a class is: a bar and "24 / 30". Colour repeats what the figures say; nearly full is saffron, full is red. */
export function SeatMeter({ seats, label, className }: Props) {
  const gone = seats.taken + seats.offered;
  const percent = fillPercent(seats);
  const tone =
    percent >= 100
      ? "[&::-moz-meter-bar]:bg-danger [&::-webkit-meter-optimum-value]:bg-danger"
      : percent >= 85
        ? "[&::-moz-meter-bar]:bg-saffron [&::-webkit-meter-optimum-value]:bg-saffron"
        : "[&::-moz-meter-bar]:bg-success [&::-webkit-meter-optimum-value]:bg-success";
  return (
    <span className={cn("inline-flex items-center gap-2 whitespace-nowrap", className)}>
      <meter
        aria-label={label}
        min={0}
        max={Math.max(seats.capacity, 1)}
        value={Math.min(gone, seats.capacity)}
        className={cn(
          "h-1.5 w-14 overflow-hidden rounded-full bg-secondary [&::-webkit-meter-bar]:h-1.5 [&::-webkit-meter-bar]:rounded-full [&::-webkit-meter-bar]:border-0 [&::-webkit-meter-bar]:bg-secondary [&::-webkit-meter-inner-element]:block [&::-webkit-meter-optimum-value]:rounded-full",
          tone,
        )}
      />
      <span className="tabular text-sm">
        {gone}
        <span className="text-muted-foreground"> / {seats.capacity}</span>
      </span>
    </span>
  );
}
