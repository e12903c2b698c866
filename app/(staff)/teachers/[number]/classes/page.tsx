import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TaughtList } from "@/components/colleagues/taught-list";
import { EmptyState } from "@/components/feedback/empty-state";
import { Section } from "@/components/layout/section";
import { PersonProjects } from "@/components/projects/person-projects";
import { WeekLink } from "@/components/timetable/week-link";
import { listAdvisedProjects } from "@/lib/classes/projects/of-person";
import { listClassesOfTeacher } from "@/lib/classes/queries/taught-by";
import { colleagueTitle, loadColleague } from "../../../_colleagues/load-colleague";

type Props = PageProps<"/teachers/[number]/classes">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return colleagueTitle("teacher", params, "classes:read");
}

/** The classes of a teacher in terms that are not over, each with the way to its timetable, and the projects advised. */
export default async function TeacherClassesPage({ params }: Props) {
  const { actor, record } = await loadColleague("teacher", params, "classes:read");
  const [rows, projects, t] = await Promise.all([
    listClassesOfTeacher(actor, record.personId),
    listAdvisedProjects(actor, record.personId),
    getTranslations("colleagues"),
  ]);
  return (
    <>
      <Section
        title={t("classesTitle")}
        detail={rows.length}
        framed={rows.length > 0}
        className="max-w-3xl"
        actions={<WeekLink of="teacher" id={(await params).number} />}
      >
        {rows.length === 0 ? <EmptyState icon="school" title={t("noClasses")} /> : <TaughtList rows={rows} />}
      </Section>
      <PersonProjects of="advisor" rows={projects} className="mt-stack max-w-3xl" />
    </>
  );
}
