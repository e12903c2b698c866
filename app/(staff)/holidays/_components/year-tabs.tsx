import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { cn } from "@/components/ui/cn";

type Props = { year: number; years: { from: number; to: number } | null; today: number };

/** The years that holidays are on file for, this one and the next always among them; the last ten at most. */
export async function YearTabs({ year, years, today }: Props) {
  const t = await getTranslations("holidays");
  const last = Math.max(years?.to ?? today, today + 1, year);
  const first = Math.max(Math.min(years?.from ?? today, year), last - 9);
  return (
    <nav aria-label={t("years")} className="mb-stack flex flex-wrap gap-1.5 text-sm" data-print="hide">
      {Array.from({ length: last - first + 1 }, (_, index) => first + index).map((each) => (
        <Link
          key={each}
          href={`/holidays?year=${each}`}
          prefetch={false}
          aria-current={each === year ? "page" : undefined}
          className={cn(
            "tabular flex min-h-8 items-center rounded-md border px-2.5 py-1 hover:bg-accent touch:min-h-10",
            each === year && "border-primary bg-accent font-medium",
          )}
        >
          {each}
        </Link>
      ))}
    </nav>
  );
}
