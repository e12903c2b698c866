import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { WEEK_KINDS, type WeekKind } from "@/lib/classes/weeks/schemas";
import { listHref } from "@/lib/platform/url/href";

/** Rooms, teachers, classes or programmes: whose week is looked for. */
export async function KindLinks({ kind, week }: { kind: WeekKind; week: string | null }) {
  const t = await getTranslations("timetableStaff.kinds");
  return (
    <nav aria-label={t("label")} className="flex max-w-full overflow-x-auto rounded-md border bg-card p-0.5">
      {WEEK_KINDS.map((each) => (
        <Link
          key={each}
          href={listHref("/timetable", {}, { of: each, week })}
          prefetch={false}
          aria-current={each === kind || undefined}
          className="flex h-8 shrink-0 items-center rounded-sm px-3 text-muted-foreground text-sm hover:text-foreground current:bg-accent current:text-accent-foreground touch:h-10"
        >
          {t(each)}
        </Link>
      ))}
    </nav>
  );
}
