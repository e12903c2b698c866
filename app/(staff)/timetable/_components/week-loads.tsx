import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/feedback/empty-state";
import { Section } from "@/components/layout/section";
import { buttonVariants } from "@/components/ui/button";
import type { WeekKind } from "@/lib/classes/weeks/schemas";
import { listWeekLoads, type WeekLoad } from "@/lib/classes/weeks/week-loads";
import type { AccountActor } from "@/lib/platform/access/actor";
import type { Day } from "@/lib/platform/dates/day";
import type { Formatter } from "@/lib/platform/i18n/formatter";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { listHref } from "@/lib/platform/url/href";

type Props = { actor: AccountActor; kind: WeekKind; monday: Day; week: string | null };

const TITLES = { room: "rooms", teacher: "teachers", programme: "programmes" } as const;

function nameOf({ name }: WeekLoad, format: Formatter): string | null {
  if (!name) return null;
  return "familyName" in name ? format.name(name) : format.words(name);
}

/** What has a week, with its hours, to choose from while nobody has been chosen. */
export async function WeekLoads({ actor, kind, monday, week }: Props) {
  const [t, format] = await Promise.all([getTranslations("timetableStaff.choose"), getFormat()]);
  if (kind === "class") {
    return (
      <EmptyState
        icon="calendar-days"
        title={t("title")}
        actions={
          <Link href="/classes" prefetch={false} className={buttonVariants({ variant: "outline" })}>
            {t("toClasses")}
          </Link>
        }
      >
        {t("classes")}
      </EmptyState>
    );
  }
  const rows = await listWeekLoads(actor, kind, monday);
  return (
    <Section title={t(TITLES[kind])} detail={format.number(rows.length)}>
      <ul className="grid grid-cols-2 gap-2 sm:grid-cols-[repeat(auto-fill,minmax(11.5rem,1fr))]">
        {rows.map((row) => {
          const name = nameOf(row, format);
          return (
            <li key={row.ref} className="min-w-0">
              <Link
                href={listHref("/timetable", {}, { of: kind, id: row.ref, week })}
                prefetch={false}
                className="flex min-h-12 items-baseline justify-between gap-2 rounded-md border bg-card px-3 py-2 text-sm hover:bg-accent"
              >
                <span className="min-w-0">
                  <span className="block font-medium">{kind === "teacher" ? name : row.code}</span>
                  {kind === "programme" ? (
                    <span className="block text-muted-foreground text-xs">{name}</span>
                  ) : null}
                </span>
                <span className="tabular shrink-0 text-muted-foreground">
                  {t("hours", { hours: format.number(row.minutes / 60, row.minutes % 60 === 0 ? 0 : 1) })}
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
