import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Fact, Facts } from "@/components/layout/fact";
import { Section } from "@/components/layout/section";
import { Alert } from "@/components/ui/alert";
import { listTemplates } from "@/lib/curriculum/part-templates/queries";
import { getCatalogue } from "@/lib/curriculum/requirements/queries";
import { can } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { countByCatalogue } from "@/lib/studies/requirements/affected";
import { loadProgramme } from "./_components/load";
import { ProgrammeFields } from "./_components/programme-fields";

type Props = PageProps<"/programmes/[code]">;

/** Catalogue dates that are listed; the rest stands in the list of students. */
const SHOWN = 12;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { actor, programme } = await loadProgramme(params);
  return { title: actor.locale === "km" ? programme.nameKm : programme.name };
}

/** A programme: its facts, each edited where it stands, and who studies in it by which list. */
export default async function ProgrammePage({ params }: Props) {
  const { actor, programme } = await loadProgramme(params);
  const isDegree = programme.kind === "ACADEMIC";
  const [catalogue, counts, templates, t, words, format] = await Promise.all([
    isDegree ? getCatalogue(actor, programme.id, campusToday()) : null,
    can(actor, "studies:read") ? countByCatalogue(actor, programme.id) : null,
    isDegree ? null : listTemplates(actor, { when: "current", programme: programme.code }),
    getTranslations("catalogue"),
    getTranslations("partTemplates"),
    getFormat(),
  ]);
  const path = `/programmes/${programme.code}`;
  const required = programme.creditsRequired;
  const differs =
    catalogue !== null && catalogue.lines.length > 0 && required !== null && required !== catalogue.credits;
  return (
    <div className="grid gap-stack">
      {differs && can(actor, "curriculum:edit") && (
        <Alert variant="warning">{t("facts.differs", { credits: catalogue.credits, required })}</Alert>
      )}
      <Facts>
        {counts && (
          <Fact
            label={t("facts.students")}
            value={format.number(counts.reduce((sum, each) => sum + each.students, 0))}
            detail={t("facts.studentsDetail")}
          />
        )}
        {catalogue && (
          <Fact
            label={t("facts.courses")}
            value={format.number(catalogue.lines.length)}
            detail={t("facts.coursesDetail", { credits: catalogue.credits })}
          />
        )}
        {isDegree && (
          <Fact
            label={t("facts.creditsRequired")}
            value={required === null ? t("facts.none") : format.number(required)}
          />
        )}
        <Fact label={t("facts.award")} value={awardText(t, programme.award)} />
        {templates && (
          <Fact
            label={words("title")}
            value={
              <Link
                href={`/part-templates?programme=${encodeURIComponent(programme.code)}`}
                prefetch={false}
                className="link"
              >
                {format.number(templates.length)}
              </Link>
            }
          />
        )}
      </Facts>
      <div className="grid items-start gap-stack lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <ProgrammeFields programme={programme} editable={can(actor, "curriculum:edit")} />
        {counts && (
          <Section title={t("byCatalogue.title")} framed>
            <p className="px-4 pt-3 pb-2 text-muted-foreground text-sm">
              {counts.length === 0 ? t("byCatalogue.none") : t("byCatalogue.lead")}
            </p>
            <ul className="divide-y border-t">
              {counts.slice(0, SHOWN).map(({ catalogueDate, students }) => (
                <li key={catalogueDate} className="flex justify-between gap-4 px-4 py-cell text-sm">
                  <Link href={`${path}/students?on=${catalogueDate}`} prefetch={false} className="link">
                    {format.date(catalogueDate)}
                  </Link>
                  <span className="tabular">{format.number(students)}</span>
                </li>
              ))}
            </ul>
            {counts.length > SHOWN && (
              <p className="border-t px-4 py-2 text-sm">
                <Link href={`${path}/students`} prefetch={false} className="link">
                  {t("byCatalogue.more", { count: counts.length })}
                </Link>
              </p>
            )}
          </Section>
        )}
      </div>
    </div>
  );
}

type Say = Awaited<ReturnType<typeof getTranslations<"catalogue">>>;

function awardText(t: Say, award: string): string {
  const key = `awards.${award}` as Parameters<Say>[0];
  return t.has(key) ? t(key) : award;
}
