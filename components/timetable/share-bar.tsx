import type { Formatter } from "@/lib/platform/i18n/formatter";

const WIDTH = 80;

/** A share as a bar and a number; the number says it all, so that the bar is for the eye alone. */
export function ShareBar({ share, format }: { share: number | null; format: Formatter }) {
  if (share === null) return <span className="text-muted-foreground">—</span>;
  const percent = Math.round(share * 100);
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <svg aria-hidden="true" viewBox={`0 0 ${WIDTH} 8`} className="h-2 w-20 shrink-0">
        <rect width={WIDTH} height={8} rx={2} className="fill-border" />
        {percent > 0 ? (
          <rect width={Math.max(2, Math.min(share, 1) * WIDTH)} height={8} rx={2} className="fill-river" />
        ) : null}
      </svg>
      <span className="tabular">{format.percent(percent)}</span>
    </span>
  );
}
