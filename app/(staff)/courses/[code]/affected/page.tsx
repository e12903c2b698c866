import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { courseTitle } from "@/components/classes/times-text";
import type { Column } from "@/components/data-table/columns";
import { DataTable } from "@/components/data-table/data-table";
import { EmptyState } from "@/components/feedback/empty-state";
import { Fact, Facts } from "@/components/layout/fact";
import { Section } from "@/components/layout/section";
import { listCourseClasses } from "@/lib/classes/queries/course-classes";
import { listRequiringProgrammes, listUnlocks } from "@/lib/curriculum/courses/queries/get-course";
import { loadAffectedParams, STUDENT_GROUPS } from "@/lib/curriculum/courses/search-params";
import { can } from "@/lib/platform/access/actor";
import { recordAccess } from "@/lib/platform/access-log/record";
import { requirePageAny } from "@/lib/platform/auth/page";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams } from "@/lib/platform/url/href";
import { countCourseStudents, listCourseStudents } from "@/lib/registration/queries/course-students";
import { CourseFrame } from "../_components/course-frame";
import { loadCourse } from "../_components/load";

type Props = PageProps<"/courses/[code]/affected">;
const SIZE = 50;

async function load(params: Props["params"]) {
  const loaded = await loadCourse(params);
  await requirePageAny("classes:read", "registration:read");
  return loaded;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { shown } = await load(params);
  return { title: `${shown.code}: ${(await getTranslations("courses.tabs"))("affected")}` };
}

/** Whom a change of the course touches: classes on offer, students, programmes, courses that ask for it. */
export default async function AffectedPage({ params, searchParams }: Props) {
  const course = await load(params);
  const { actor, shown } = course;
  const [{ who, page }, url] = await Promise.all([
    loadAffectedParams(searchParams),
    searchParams.then(flatParams),
  ]);
  const seesClasses = can(actor, "classes:read");
  const seesStudents = can(actor, "registration:read");
  const [classes, counts, students, programmes, unlocks, t, c, p, format] = await Promise.all([
    seesClasses ? listCourseClasses(actor, shown.code) : [],
    seesStudents ? countCourseStudents(actor, shown.code) : null,
    seesStudents ? listCourseStudents(actor, shown.code, { who, page, size: SIZE }) : null,
    listRequiringProgrammes(actor, shown.code),
    listUnlocks(actor, shown.code),
    getTranslations("courses"),
    getTranslations("classes"),
    getTranslations("people"),
    getFormat(),
  ]);
  if (students)
    recordAccess(actor, {
      what: "registration.course_students",
      subjectId: null,
      target: shown.id,
      records: students.rows.length,
    });
  const path = `/courses/${shown.code}/affected`;
  const requiring = [...new Map(programmes.map((each) => [each.code, each])).values()];
  const asking = [...new Map(unlocks.map((each) => [each.code, each])).values()];
  const columns: Column<"number" | "name" | "programme" | "status" | "classes">[] = [
    { key: "number", label: t("affected.number"), kind: "code", fixed: true, phone: "aside" },
    { key: "name", label: t("affected.name"), kind: "person", fixed: true, phone: "title" },
    { key: "programme", label: t("affected.programme"), kind: "code", phone: "line" },
    { key: "classes", label: t("affected.inClasses"), kind: "list", phone: "line" },
    { key: "status", label: t("affected.status"), kind: "text", phone: "hidden" },
  ];
  return (
    <CourseFrame course={course}>
      <p className="mb-stack max-w-prose text-muted-foreground text-sm">{t("affected.lead")}</p>
      <Facts className="mb-stack">
        {counts && <Fact label={t("affected.sits")} value={format.number(counts.sits)} />}
        {counts && <Fact label={t("affected.needs")} value={format.number(counts.needs)} />}
        {seesClasses && <Fact label={t("affected.classes")} value={format.number(classes.length)} />}
        <Fact label={t("page.facts.programmes")} value={format.number(requiring.length)} />
        <Fact label={t("page.facts.unlocks")} value={format.number(asking.length)} />
      </Facts>
      <div className="mb-stack grid gap-stack lg:grid-cols-2">
        {seesClasses && (
          <Section title={t("affected.classes")} detail={format.number(classes.length)} framed>
            {classes.length === 0 ? (
              <p className="px-4 py-3 text-muted-foreground text-sm">{t("affected.noClasses")}</p>
            ) : (
              <ul className="divide-y">
                {classes.map((each) => (
                  <li key={each.id} className="flex flex-wrap items-baseline gap-x-3 px-4 py-cell text-sm">
                    <Link href={`/classes/${each.id}`} prefetch={false} className="link tabular font-medium">
                      {`${each.code} ${each.section}`}
                    </Link>
                    <span className="text-muted-foreground">{format.words(each.termName)}</span>
                    <span className="ml-auto text-muted-foreground">
                      {c(`status.${each.status}`)} ·{" "}
                      {t("affected.seats", { taken: each.taken, capacity: each.capacity })}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </Section>
        )}
        <Section title={t("affected.elsewhere")} framed>
          {requiring.length + asking.length === 0 ? (
            <p className="px-4 py-3 text-muted-foreground text-sm">{t("affected.nowhere")}</p>
          ) : (
            <ul className="divide-y">
              {requiring.map((each) => (
                <li key={each.code} className="px-4 py-cell text-sm">
                  <Link href={`/programmes/${each.code}`} prefetch={false} className="link font-medium">
                    {format.words({ en: each.name, km: each.nameKm })}
                  </Link>
                  <span className="block text-muted-foreground">{t("affected.requires")}</span>
                </li>
              ))}
              {asking.map((each) => (
                <li key={each.code} className="px-4 py-cell text-sm">
                  <Link
                    href={`/courses/${each.code}/requisites`}
                    prefetch={false}
                    className="link font-medium"
                  >
                    <span className="tabular">{each.code}</span> {courseTitle(each, format)}
                  </Link>
                  <span className="block text-muted-foreground">
                    {t("requisites.unlockLine", {
                      kind: each.kind,
                      letter: each.minimumLetter,
                      alternatives: each.alternatives,
                    })}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Section>
      </div>
      {students && counts && (
        <Section title={t("affected.students")}>
          <DataTable
            name="course-students"
            caption={t(`affected.captions.${who}`)}
            columns={columns}
            rows={students.rows.map((each) => ({
              id: each.id,
              ...(can(actor, "people:read") ? { href: `/students/${each.number}` } : {}),
              number: each.number,
              name: each,
              programme: each.programmeCode,
              classes: each.classes,
              status: p(`status.${each.status as "ACTIVE"}`),
            }))}
            path={path}
            params={url}
            page={students}
            filters={[
              {
                key: "who",
                label: t("affected.who"),
                options: STUDENT_GROUPS.map((value) => ({
                  value,
                  label: `${t(`affected.${value}`)} (${format.number(counts[value])})`,
                })),
              },
            ]}
            empty={
              <EmptyState icon="users" title={t("affected.nobody")}>
                {t(`affected.nobodyText.${who}`)}
              </EmptyState>
            }
          />
        </Section>
      )}
    </CourseFrame>
  );
}
