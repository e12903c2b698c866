import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { courseTitle } from "@/components/classes/times-text";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { listEquivalences, listRequisites, listUnlocks } from "@/lib/curriculum/courses/queries/get-course";
import { lastDay, stateOn } from "@/lib/curriculum/courses/rules";
import { requisitesStamp } from "@/lib/curriculum/courses/stamp";
import { MINIMUM_LETTERS } from "@/lib/curriculum/letters";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { CourseFrame } from "../_components/course-frame";
import { loadCourse } from "../_components/load";
import { EquivalenceList } from "./_components/equivalence-list";
import { RequisiteEditing } from "./_components/requisite-editing";
import { RequisiteGroups } from "./_components/requisite-groups";
import { toGroups } from "./_components/to-groups";

type Props = PageProps<"/courses/[code]/requisites">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { shown } = await loadCourse(params);
  return { title: `${shown.code}: ${(await getTranslations("courses.tabs"))("requisites")}` };
}

/** What must come before or together with a course, what it unlocks, and what counts for it. */
export default async function RequisitesPage({ params }: Props) {
  const course = await loadCourse(params);
  const { actor, shown, editable, today } = course;
  const [requisites, unlocks, equivalences, t, format] = await Promise.all([
    listRequisites(actor, shown.code),
    listUnlocks(actor, shown.code),
    listEquivalences(actor, shown.code),
    getTranslations("courses"),
    getFormat(),
  ]);
  const live = requisites.filter((each) => stateOn(each, today) !== "ended");
  const now = live.filter((each) => stateOn(each, today) === "current");
  const coming = Map.groupBy(
    live.filter((each) => stateOn(each, today) === "coming"),
    ({ validFrom }) => validFrom,
  );
  const ending = now.filter((each) => each.validTo !== null);
  const past = requisites.filter((each) => stateOn(each, today) === "ended");
  // The editor begins with what will hold in the end: a change that waits for its day is changed, not lost.
  const final = live.filter((each) => each.validTo === null);
  return (
    <CourseFrame course={course}>
      <div className="grid gap-stack lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-stack">
          <Section title={t("requisites.title")}>
            <ClientMessages namespaces={["courses.requisites", "courses.picker", "courses.effect"]}>
              <RequisiteEditing
                code={shown.code}
                seen={requisitesStamp(live)}
                today={today}
                groups={toGroups(final)}
                letters={MINIMUM_LETTERS}
                editable={editable}
              >
                <RequisiteGroups rows={now} />
                {[...coming].map(([day, rows]) => (
                  <div key={day} className="mt-stack">
                    <p className="mb-2 flex items-center gap-2 text-sm">
                      <Badge variant="info">{t("states.coming")}</Badge>
                      {t("requisites.from", { day: format.date(day) })}
                    </p>
                    <RequisiteGroups rows={rows} />
                  </div>
                ))}
                {ending.length > 0 ? (
                  <p className="mt-3 text-muted-foreground text-sm">
                    {t("requisites.ending", {
                      courses: ending
                        .map((each) => `${each.code} (${format.date(lastDay(each.validTo) ?? "")})`)
                        .join(", "),
                    })}
                  </p>
                ) : null}
              </RequisiteEditing>
            </ClientMessages>
            {past.length > 0 ? (
              <details className="mt-stack text-sm">
                <summary className="cursor-pointer text-muted-foreground">
                  {t("requisites.past", { count: past.length })}
                </summary>
                <ul className="mt-2 flex flex-col gap-1">
                  {past.map((each) => (
                    <li key={each.id}>
                      <Link
                        href={`/courses/${each.code}`}
                        prefetch={false}
                        className="link tabular font-medium"
                      >
                        {each.code}
                      </Link>{" "}
                      <span className="text-muted-foreground">
                        {t("requisites.pastLine", {
                          kind: each.kind,
                          letter: each.minimumLetter,
                          from: format.date(each.validFrom),
                          to: format.date(lastDay(each.validTo) ?? each.validFrom),
                        })}
                      </span>
                    </li>
                  ))}
                </ul>
              </details>
            ) : null}
          </Section>
          <ClientMessages namespaces={["forms", "courses.equivalences", "courses.picker"]}>
            <EquivalenceList
              code={shown.code}
              title={courseTitle(shown, format)}
              rows={equivalences}
              today={today}
              editable={editable}
            />
          </ClientMessages>
        </div>
        <Section title={t("requisites.unlocks")} detail={format.number(unlocks.length)} framed>
          {unlocks.length === 0 ? (
            <p className="px-4 py-3 text-muted-foreground text-sm">{t("requisites.unlocksNothing")}</p>
          ) : (
            <ul className="divide-y">
              {unlocks.map((each) => (
                <li key={each.id} className="px-4 py-cell text-sm">
                  <Link
                    href={`/courses/${each.code}/requisites`}
                    prefetch={false}
                    className="link font-medium"
                  >
                    <span className="tabular">{each.code}</span> {courseTitle(each, format)}
                  </Link>
                  <p className="text-muted-foreground">
                    {t("requisites.unlockLine", {
                      kind: each.kind,
                      letter: each.minimumLetter,
                      alternatives: each.alternatives,
                    })}
                  </p>
                </li>
              ))}
            </ul>
          )}
        </Section>
      </div>
    </CourseFrame>
  );
}
