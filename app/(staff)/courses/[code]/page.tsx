import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { courseTitle } from "@/components/classes/times-text";
import { Fact, Facts } from "@/components/layout/fact";
import { Section } from "@/components/layout/section";
import { Alert } from "@/components/ui/alert";
import {
  listCourseTextbooks,
  listRequiringProgrammes,
  listRequisites,
  listUnlocks,
} from "@/lib/curriculum/courses/queries/get-course";
import { lastDay, requisitesText, shownVersion, stateOn } from "@/lib/curriculum/courses/rules";
import { loadCourseParams } from "@/lib/curriculum/courses/search-params";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { BookList } from "./_components/book-list";
import { CourseFields } from "./_components/course-fields";
import { CourseFrame } from "./_components/course-frame";
import { loadCourse } from "./_components/load";
import { VersionActions } from "./_components/version-actions";
import { VersionList } from "./_components/version-list";

type Props = PageProps<"/courses/[code]">;

async function load({ params, searchParams }: Props) {
  return loadCourse(params, loadCourseParams(await searchParams).from);
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { shown } = await load(props);
  return { title: `${shown.code} ${shown.title}` };
}

/** A course in one of its versions: what it is called and worth, its versions, who requires it, its textbooks. */
export default async function CoursePage(props: Props) {
  const course = await load(props);
  const { actor, shown, versions, editable, today } = course;
  const [requisites, unlocks, programmes, books, t, format] = await Promise.all([
    listRequisites(actor, shown.code),
    listUnlocks(actor, shown.code),
    listRequiringProgrammes(actor, shown.code),
    listCourseTextbooks(actor, shown.id),
    getTranslations("courses"),
    getFormat(),
  ]);
  const now = requisites.filter((each) => stateOn(each, today) === "current");
  const usual = shownVersion(versions, today);
  const ends = lastDay(shown.validTo);
  const newest = versions.at(-1);
  return (
    <CourseFrame
      course={course}
      actions={
        editable && (
          <ClientMessages
            namespaces={["forms", "courses.version", "courses.end", "courses.fields", "courses.effect"]}
          >
            <VersionActions
              course={{
                id: shown.id,
                version: shown.version,
                code: shown.code,
                title: shown.title,
                titleKm: shown.titleKm,
                shortTitle: shown.shortTitle,
                credits: shown.credits,
                lastDay: ends,
              }}
              isNewest={newest?.id === shown.id}
              today={today}
            />
          </ClientMessages>
        )
      }
    >
      {usual && usual.id !== shown.id ? (
        <Alert
          variant="info"
          className="mb-stack"
          action={
            <Link href={`/courses/${shown.code}`} prefetch={false} className="link">
              {t("page.toUsual")}
            </Link>
          }
        >
          {t(`page.other.${stateOn(shown, today)}`, {
            from: format.date(shown.validFrom),
            to: ends ? format.date(ends) : "",
          })}
        </Alert>
      ) : null}
      <Facts className="mb-stack">
        <Fact label={t("columns.credits")} value={format.number(shown.credits)} />
        <Fact
          label={t("page.facts.needs")}
          value={
            <span className="font-medium text-base">
              {requisitesText(now.filter((each) => each.kind === "PREREQUISITE")) || t("page.facts.nothing")}
            </span>
          }
          detail={now.some((each) => each.kind === "COREQUISITE") ? t("page.facts.and") : undefined}
        />
        <Fact
          label={t("page.facts.unlocks")}
          value={format.number(new Set(unlocks.map(({ code }) => code)).size)}
        />
        <Fact
          label={t("page.facts.programmes")}
          value={format.number(new Set(programmes.map(({ code }) => code)).size)}
        />
      </Facts>
      <div className="grid gap-stack lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-stack">
          <CourseFields course={course} />
        </div>
        <div className="flex min-w-0 flex-col gap-stack">
          <VersionList versions={versions} shownId={shown.id} today={today} />
          <Section title={t("page.programmes")} detail={format.number(programmes.length)} framed>
            {programmes.length === 0 ? (
              <p className="px-4 py-3 text-muted-foreground text-sm">{t("page.noProgramme")}</p>
            ) : (
              <ul className="divide-y">
                {programmes.map((each) => (
                  <li key={`${each.code} ${each.validFrom}`} className="px-4 py-cell text-sm">
                    <Link href={`/programmes/${each.code}`} prefetch={false} className="link font-medium">
                      {format.words({ en: each.name, km: each.nameKm })}
                    </Link>
                    <p className="text-muted-foreground">
                      {t("page.place", { place: each.sequence })}
                      {each.validFrom > today
                        ? ` · ${t("page.from", { day: format.date(each.validFrom) })}`
                        : ""}
                      {each.validTo
                        ? ` · ${t("page.until", { day: format.date(lastDay(each.validTo) ?? "") })}`
                        : ""}
                    </p>
                  </li>
                ))}
              </ul>
            )}
          </Section>
          <ClientMessages namespaces={["courses.books", "courses.picker"]}>
            <BookList
              courseId={shown.id}
              course={courseTitle(shown, format)}
              books={books}
              editable={editable}
            />
          </ClientMessages>
        </div>
      </div>
    </CourseFrame>
  );
}
