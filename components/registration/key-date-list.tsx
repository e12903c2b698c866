import { getTranslations } from "next-intl/server";
import type { KeyDate } from "@/lib/calendar/rules";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

/** Dates of terms that come next, each with its day, what it is and of which term. */
export async function KeyDateList({ dates }: { dates: KeyDate[] }) {
  const [t, format] = await Promise.all([getTranslations("registration.keyDates"), getFormat()]);
  if (dates.length === 0) return <p className="px-4 py-3 text-muted-foreground text-sm">{t("none")}</p>;
  return (
    <ul className="divide-y">
      {dates.map((date) => (
        <li
          key={`${date.code}-${date.kind}-${date.day}`}
          className="grid grid-cols-[6.5rem_minmax(0,1fr)] items-baseline gap-3 px-4 py-2.5 text-sm"
        >
          <time dateTime={date.day} className="font-medium">
            {format.date(date.day)}
          </time>
          <span className="flex flex-wrap gap-x-2">
            {t(date.kind)} <span className="text-muted-foreground">{format.words(date.name)}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
