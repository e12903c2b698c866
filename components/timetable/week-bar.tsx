import Link from "next/link";
import type { ReactNode } from "react";
import { buttonVariants } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import { addDays, type Day } from "@/lib/platform/dates/day";
import { listHref, type UrlParams } from "@/lib/platform/url/href";
import type { WeekWords } from "./week-words";

export type WeekView = "auto" | "grid" | "list";

type Props = {
  path: string;
  /** The rest of the address: whose week it is. */
  params?: UrlParams | undefined;
  monday: Day;
  thisMonday: Day;
  view: WeekView;
  words: WeekWords;
  tools?: ReactNode;
};

/** Which week is shown, the one before and after, back to this one, and grid or list. All of it links. */
export function WeekBar({ path, params = {}, monday, thisMonday, view, words, tools }: Props) {
  const { timetable, format } = words;
  const step = cn(buttonVariants({ variant: "outline", size: "icon" }));
  const hrefOf = (week: Day | null, as: WeekView = view) =>
    listHref(path, params, { week, view: as === "auto" ? null : as });
  return (
    <nav aria-label={timetable("view")} data-print="hide" className="mb-3 flex flex-wrap items-center gap-2">
      <Link
        href={hrefOf(addDays(monday, -7))}
        prefetch={false}
        aria-label={timetable("previous")}
        className={step}
      >
        <Icon name="chevron-left" />
      </Link>
      <Link
        href={hrefOf(addDays(monday, 7))}
        prefetch={false}
        aria-label={timetable("next")}
        className={step}
      >
        <Icon name="chevron-right" />
      </Link>
      <p className="px-1 font-semibold">{format.dateRange(monday, addDays(monday, 6))}</p>
      {monday === thisMonday ? null : (
        <Link href={hrefOf(null)} prefetch={false} className={buttonVariants({ variant: "ghost" })}>
          {timetable("thisWeek")}
        </Link>
      )}
      <div className="ml-auto flex rounded-md border bg-card p-0.5">
        {(["grid", "list"] as const).map((each) => (
          <Link
            key={each}
            href={hrefOf(monday === thisMonday ? null : monday, each)}
            prefetch={false}
            aria-current={view === each || undefined}
            className="flex h-8 items-center gap-1.5 rounded-sm px-2.5 text-muted-foreground text-sm hover:text-foreground current:bg-accent current:text-accent-foreground touch:h-10"
          >
            <Icon name={each === "grid" ? "layout-grid" : "list"} />
            {timetable(each)}
          </Link>
        ))}
      </div>
      {tools}
    </nav>
  );
}
