import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { EmptyState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { PrintButton } from "@/components/registration/print-button";
import { SubjectPicker } from "@/components/timetable/subject-picker";
import { TimetableTabs } from "@/components/timetable/timetable-tabs";
import { loadWeek } from "@/components/timetable/week-params";
import { buttonVariants } from "@/components/ui/button";
import { loadWeekOf } from "@/lib/classes/weeks/search-params";
import { findWeekSubject } from "@/lib/classes/weeks/subject";
import { requirePage } from "@/lib/platform/auth/page";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { KindLinks } from "./_components/kind-links";
import { recordHref, subjectDetail, subjectTitle } from "./_components/subject-text";
import { SubjectWeek } from "./_components/subject-week";
import { WeekLoads } from "./_components/week-loads";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Asked for by the title and by the page, answered once. */
const findSubject = cache(findWeekSubject);

/** Whose week is asked for. */
async function load({ searchParams }: Props) {
  const actor = await requirePage("classes:read");
  const { of, id } = await loadWeekOf(searchParams);
  return { actor, of, id, subject: id ? await findSubject(actor, of, id) : null };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ subject }, t, format] = await Promise.all([
    load(props),
    getTranslations("timetableStaff"),
    getFormat(),
  ]);
  return { title: subject ? subjectTitle(subject, t, format) : t("title") };
}

/** The week of a room, a teacher, a class or a programme, in which whoever plans moves meetings. */
export default async function TimetablePage(props: Props) {
  const { actor, of, id, subject } = await load(props);
  const [week, t, format] = await Promise.all([
    loadWeek(props.searchParams),
    getTranslations("timetableStaff"),
    getFormat(),
  ]);
  const shown = week.monday === week.thisMonday ? null : week.monday;
  return (
    <>
      <PageHeader
        title={subject ? subjectTitle(subject, t, format) : t("title")}
        description={subject ? subjectDetail(subject, t, format) : undefined}
        actions={
          subject ? (
            <>
              <Link
                href={recordHref(subject)}
                prefetch={false}
                className={buttonVariants({ variant: "outline" })}
              >
                {t(`subject.${OPEN[subject.kind]}`)}
              </Link>
              <PrintButton>{t("print")}</PrintButton>
            </>
          ) : null
        }
      />
      <TimetableTabs />
      <ClientMessages namespaces={["timetableStaff.pick", "timetableStaff.move"]}>
        <div data-print="hide" className="mb-4 flex flex-wrap items-center gap-2">
          <KindLinks kind={of} week={shown} />
          <SubjectPicker key={of} kind={of} week={shown} />
        </div>
        {subject ? (
          <SubjectWeek actor={actor} subject={subject} week={week} />
        ) : id ? (
          <EmptyState icon="search-x" title={t("unknown.title")}>
            {t("unknown.text", { ref: id })}
          </EmptyState>
        ) : (
          <WeekLoads actor={actor} kind={of} monday={week.monday} week={shown} />
        )}
      </ClientMessages>
    </>
  );
}

const OPEN = {
  room: "openRoom",
  teacher: "openTeacher",
  class: "openClass",
  programme: "openProgramme",
} as const;
