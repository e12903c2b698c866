import Link from "next/link";
import { buttonVariants } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { addDays, type Day } from "@/lib/platform/dates/day";
import type { Formatter } from "@/lib/platform/i18n/formatter";

export type WeekView = "auto" | "grid" | "list";

type Texts = { previous: string; next: string; thisWeek: string; grid: string; list: string; view: string };
type Props = {
  path: string;
  monday: Day;
  thisMonday: Day;
  view: WeekView;
  format: Formatter;
  texts: Texts;
};

function hrefOf(path: string, monday: Day | null, view: WeekView): string {
  const query = new URLSearchParams();
  if (monday) query.set("week", monday);
  if (view !== "auto") query.set("view", view);
  const text = query.toString();
  return text ? `${path}?${text}` : path;
}

/** Which week is shown, the one before and after, back to this one, and grid or list. All of it links. */
export function WeekBar({ path, monday, thisMonday, view, format, texts }: Props) {
  const step = cn(buttonVariants({ variant: "outline", size: "icon" }));
  return (
    <nav aria-label={texts.view} data-print="hide" className="mb-3 flex flex-wrap items-center gap-2">
      <Link
        href={hrefOf(path, addDays(monday, -7), view)}
        prefetch={false}
        aria-label={texts.previous}
        className={step}
      >
        <Icon name="chevron-left" />
      </Link>
      <Link
        href={hrefOf(path, addDays(monday, 7), view)}
        prefetch={false}
        aria-label={texts.next}
        className={step}
      >
        <Icon name="chevron-right" />
      </Link>
      <p className="px-1 font-semibold">{format.dateRange(monday, addDays(monday, 6))}</p>
      {monday === thisMonday ? null : (
        <Link
          href={hrefOf(path, null, view)}
          prefetch={false}
          className={buttonVariants({ variant: "ghost" })}
        >
          {texts.thisWeek}
        </Link>
      )}
      <div className="ml-auto flex rounded-md border bg-card p-0.5">
        {(["grid", "list"] as const).map((each) => (
          <Link
            key={each}
            href={hrefOf(path, monday === thisMonday ? null : monday, each)}
            prefetch={false}
            aria-current={view === each || undefined}
            className="flex h-8 items-center gap-1.5 rounded-sm px-2.5 text-muted-foreground text-sm hover:text-foreground current:bg-accent current:text-accent-foreground touch:h-10"
          >
            <Icon name={each === "grid" ? "layout-grid" : "list"} />
            {texts[each]}
          </Link>
        ))}
      </div>
    </nav>
  );
}
