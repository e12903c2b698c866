import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Fact, Facts } from "@/components/layout/fact";
import { Section } from "@/components/layout/section";
import { PrintButton } from "@/components/registration/print-button";
import { listHolidaysWithin } from "@/lib/calendar/holidays/queries";
import { termWeeks } from "@/lib/calendar/terms/rules";
import { countTermClasses } from "@/lib/classes/terms/queries";
import { listLanguageClasses, listTestResets } from "@/lib/classes/test-resets/queries";
import { isLanguageTerm } from "@/lib/classes/test-resets/rules";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { loadTerm } from "../_components/load";
import { TermDays } from "./_components/term-days";
import { TermHead } from "./_components/term-head";
import { TestList } from "./_components/test-list";

type Props = PageProps<"/terms/[code]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { term } = await loadTerm(params, "calendar:read");
  return { title: term.code };
}

/** For those who write tests down; the others only read them. */
async function choicesFor(actor: AccountActor, termId: number) {
  if (!can(actor, "calendar:edit")) return null;
  const rows = await listLanguageClasses(actor, termId);
  return rows.map(({ id, code, section }) => ({ id, label: `${code} ${section}` }));
}

/** A term: its dates, what is taught in it, the days without classes, the tests. */
export default async function TermPage({ params }: Props) {
  const { actor, term } = await loadTerm(params, "calendar:read");
  const language = isLanguageTerm(term.termType);
  const [classes, holidays, tests, choices, t, format] = await Promise.all([
    can(actor, "classes:read") ? countTermClasses(actor, term.id) : null,
    listHolidaysWithin(actor, term.startDate, term.endDate),
    listTestResets(actor, term.id),
    language ? choicesFor(actor, term.id) : null,
    getTranslations("terms"),
    getFormat(),
  ]);
  const held = classes?.filter(({ status }) => status !== "CANCELLED");
  const count = held?.reduce((sum, row) => sum + row.classes, 0) ?? 0;
  const seats = held?.reduce((sum, row) => sum + row.students, 0) ?? 0;
  const { registrationOpensOn: opens, registrationClosesOn: closes } = term;
  const registration = opens && closes ? format.dateRange(opens, closes) : t("notSet");
  return (
    <>
      <TermHead actor={actor} term={term} />
      <Facts className="mb-stack">
        <Fact
          label={t("facts.days")}
          value={<span className="text-base">{format.dateRange(term.startDate, term.endDate)}</span>}
          detail={t("weeks", { count: termWeeks(term) })}
        />
        <Fact label={t("facts.registration")} value={<span className="text-base">{registration}</span>} />
        {held && (
          <Fact
            label={t("columns.classes")}
            value={
              count > 0 ? (
                <Link
                  href={`/classes?term=${encodeURIComponent(term.code)}`}
                  prefetch={false}
                  className="link"
                >
                  {format.number(count)}
                </Link>
              ) : (
                format.number(0)
              )
            }
            detail={t("enrolments", { count: seats })}
          />
        )}
        {(term.baCohortNumber ?? term.maCohortNumber) !== null && (
          <Fact
            label={t("facts.cohort")}
            value={[term.baCohortNumber, term.maCohortNumber]
              .filter((number) => number !== null)
              .map((number) => format.number(number))
              .join(" · ")}
          />
        )}
      </Facts>
      <div className="grid gap-stack lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Section title={t("dates")} framed actions={<PrintButton>{t("print")}</PrintButton>}>
          <TermDays term={term} tests={tests} today={campusToday()} />
        </Section>
        <div className="flex min-w-0 flex-col gap-stack">
          {language && (
            <ClientMessages namespaces={["forms", "feedback", "terms.tests"]}>
              <TestList
                term={{ id: term.id, startDate: term.startDate, endDate: term.endDate }}
                tests={tests}
                classes={choices}
              />
            </ClientMessages>
          )}
          <Section
            title={t("closed")}
            detail={holidays.length}
            framed
            actions={
              <Link href={`/holidays?year=${term.startDate.slice(0, 4)}`} prefetch={false} className="link">
                {t("holidays")}
              </Link>
            }
          >
            {holidays.length === 0 ? (
              <p className="px-4 py-3 text-muted-foreground text-sm">{t("noHolidays")}</p>
            ) : (
              <ul className="divide-y">
                {holidays.map((row) => (
                  <li key={row.id} className="flex flex-wrap gap-x-3 px-4 py-2.5 text-sm">
                    <span className="tabular font-medium">
                      {row.startDate === row.endDate
                        ? format.date(row.startDate)
                        : format.dateRange(row.startDate, row.endDate)}
                    </span>
                    <span>{format.words({ en: row.name, km: row.nameKm })}</span>
                  </li>
                ))}
              </ul>
            )}
          </Section>
          {classes && classes.length > 0 && (
            <Section title={t("byStatus")} framed>
              <ul className="divide-y">
                {classes.map(({ status, classes: number }) => (
                  <li key={status} className="flex justify-between gap-3 px-4 py-2.5 text-sm">
                    <Link
                      href={`/classes?term=${encodeURIComponent(term.code)}&status=${status}`}
                      prefetch={false}
                      className="link"
                    >
                      {t(`classStates.${status}`)}
                    </Link>
                    <span className="tabular">{format.number(number)}</span>
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </div>
      </div>
    </>
  );
}
