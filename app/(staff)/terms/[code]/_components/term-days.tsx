import { getTranslations } from "next-intl/server";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import type { TermRecord } from "@/lib/calendar/schemas";
import { TERM_DAYS } from "@/lib/calendar/term-days";
import type { TestReset } from "@/lib/classes/test-resets/schemas";
import { type Day, daysBetween } from "@/lib/platform/dates/day";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

type Line = { key: string; day: Day; label: string };

/** The dates of a term in the order in which they come, tests among them; what is over is ticked. */
export async function TermDays({ term, tests, today }: { term: TermRecord; tests: TestReset[]; today: Day }) {
  const [t, format] = await Promise.all([getTranslations("terms"), getFormat()]);
  const lines: Line[] = [
    ...TERM_DAYS.flatMap((field) => {
      const day = term[field];
      return day ? [{ key: field, day, label: t(`days.${field}`) }] : [];
    }),
    ...tests
      .filter(({ forAll }) => forAll)
      .map(({ id, testType, resetDate }) => ({
        key: `test-${id}`,
        day: resetDate,
        label: t(`tests.types.${testType}`),
      })),
  ].sort((a, b) => a.day.localeCompare(b.day));
  const missing = TERM_DAYS.filter((field) => term[field] === null);
  const week = (day: Day) => Math.floor(daysBetween(term.startDate, day) / 7) + 1;
  return (
    <>
      <ol className="divide-y">
        {lines.map(({ key, day, label }) => (
          <li
            key={key}
            className={cn(
              "grid grid-cols-[1.25rem_7.5rem_minmax(0,1fr)_auto] items-baseline gap-3 px-4 py-2.5 text-sm",
              day < today && "text-muted-foreground",
            )}
          >
            <span aria-hidden className="self-center">
              {day < today ? <Icon name="check" className="size-4" /> : null}
            </span>
            <time dateTime={day} className="tabular font-medium">
              {format.date(day)}
            </time>
            <span>
              {label}
              {day === today && <span className="ml-2 font-medium text-primary">{t("today")}</span>}
            </span>
            <span className="text-muted-foreground text-xs">
              {day >= term.startDate && day <= term.endDate ? t("week", { week: week(day) }) : ""}
            </span>
          </li>
        ))}
      </ol>
      {missing.length > 0 && (
        <p className="border-t px-4 py-2.5 text-muted-foreground text-sm">
          {t("missing", { days: missing.map((field) => t(`days.${field}`)).join(", ") })}
        </p>
      )}
    </>
  );
}
