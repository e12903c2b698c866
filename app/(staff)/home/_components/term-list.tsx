import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { SeatMeter } from "@/components/classes/seat-meter";
import { type Day, daysBetween } from "@/lib/platform/dates/day";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import type { HomeTerm } from "@/lib/registration/queries/registrar-home";

/** Whole or begun weeks of a term up to a day, from one. */
function weekOf(term: HomeTerm, day: Day): number {
  return Math.floor(daysBetween(term.startDate, day) / 7) + 1;
}

/** The terms that are not over: where they stand, and how far their seats are filled. */
export async function TermList({ terms, today }: { terms: HomeTerm[]; today: Day }) {
  const [t, format] = await Promise.all([getTranslations("home.terms"), getFormat()]);
  if (terms.length === 0) return <p className="px-4 py-5 text-muted-foreground text-sm">{t("none")}</p>;
  const state = (term: HomeTerm): string => {
    if (term.startDate <= today) {
      return t("running", { week: weekOf(term, today), weeks: weekOf(term, term.endDate) });
    }
    const opens = term.registrationOpensOn !== null && term.registrationOpensOn <= today;
    return opens && term.registrationClosesOn
      ? t("registrationOpen", { date: format.date(term.registrationClosesOn) })
      : t("begins", { date: format.date(term.startDate) });
  };
  return (
    <ul className="divide-y">
      {terms.map((term) => (
        <li key={term.code} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 px-4 py-2.5">
          <div className="min-w-0">
            <p className="font-medium text-sm">
              <Link
                href={`/classes?term=${encodeURIComponent(term.code)}`}
                prefetch={false}
                className="hover:underline"
              >
                {format.words(term.name)}
              </Link>
            </p>
            <p className="text-muted-foreground text-xs">
              {state(term)} · {t("classes", { count: term.classes })}
            </p>
          </div>
          <SeatMeter
            format={format}
            seats={{ capacity: term.capacity, taken: term.taken, offered: 0, waiting: 0, overAuthorised: 0 }}
            label={t("seats", { term: format.words(term.name) })}
          />
        </li>
      ))}
    </ul>
  );
}
