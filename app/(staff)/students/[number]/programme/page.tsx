import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/feedback/empty-state";
import { Section } from "@/components/layout/section";
import { PersonProjects } from "@/components/projects/person-projects";
import { CycleSection } from "@/components/studies/cycle-section";
import { LeaveSection } from "@/components/studies/leave-section";
import { MajorSection } from "@/components/studies/major-section";
import { ProgrammeCard } from "@/components/studies/programme-card";
import { RequestNotices } from "@/components/studies/request-notices";
import { StudiesButton } from "@/components/studies/studies-button";
import { programmeText } from "@/components/studies/words";
import { listStudentRequests } from "@/lib/approvals/student-requests";
import { listStudentProjects } from "@/lib/classes/projects/of-person";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { latinName } from "@/lib/platform/i18n/names";
import { findDegreeProgress } from "@/lib/record/queries/degree-progress";
import {
  getStudyMatters,
  listMajors,
  listProgrammeEnrolments,
  listProgrammesToEnter,
} from "@/lib/studies/queries";
import type { ProgrammeEnrolmentRow } from "@/lib/studies/schemas";
import { loadStudent } from "../_components/load";
import { recordTitle } from "../_components/record-title";
import { DegreeProgress } from "./_components/degree-progress";
import { ProgrammeActions } from "./_components/programme-actions";

export function generateMetadata({ params }: PageProps<"/students/[number]/programme">): Promise<Metadata> {
  return recordTitle(params, "studies:read");
}

/** The degree that is shown line by line: the first programme that has requirement rows, current ones before old ones. */
async function firstDegree(actor: AccountActor, studentId: number, programmes: ProgrammeEnrolmentRow[]) {
  for (const programme of programmes.filter((each) => each.kind === "ACADEMIC")) {
    const progress = await findDegreeProgress(actor, studentId, programme);
    if (progress) return { code: programme.code, progress };
  }
  return null;
}

/** Programmes, major, changes of cycle, leaves, and the way to the degree. */
export default async function StudentProgrammePage({ params }: PageProps<"/students/[number]/programme">) {
  const { actor, student } = await loadStudent(params, "studies:read");
  const { personId, number } = student;
  const mayEdit = can(actor, "studies:edit");
  const mayAsk = can(actor, "studies:ask");
  const isActive = student.student.status === "ACTIVE";
  const [programmes, matters, requests, majors, toEnter, projects, t, words, format] = await Promise.all([
    listProgrammeEnrolments(actor, personId),
    getStudyMatters(actor, personId),
    listStudentRequests(actor, personId),
    mayAsk && isActive ? listMajors(actor, personId) : null,
    mayEdit && isActive ? listProgrammesToEnter(actor) : [],
    can(actor, "classes:read") ? listStudentProjects(actor, personId) : [],
    getTranslations("studies"),
    getTranslations("programmes"),
    getFormat(),
  ]);
  const degree = can(actor, "record:read") ? await firstDegree(actor, personId, programmes) : null;
  const today = campusToday();
  const waits = (kind: string) => requests.some((request) => request.kind === kind);
  const active = programmes.find((each) => each.status === "ACTIVE" && each.kind === "ACADEMIC");
  return (
    <ClientMessages namespaces={["forms", "programmes", "studies.status", "studies.exitReasons"]}>
      <div className="flex flex-col gap-stack">
        <RequestNotices requests={requests} />
        <Section
          title={t("current")}
          actions={
            toEnter.length > 0 && (
              <StudiesButton
                variant="outline"
                size="sm"
                asked={{
                  kind: "add",
                  number,
                  name: latinName(student.person),
                  today,
                  programmes: toEnter.map((each) => ({
                    value: each.code,
                    label: `${programmeText(each, format)} (${each.code})`,
                    language: each.kind === "LANGUAGE",
                  })),
                }}
              >
                {words("add")}
              </StudiesButton>
            )
          }
        >
          {programmes.length === 0 ? (
            <EmptyState icon="graduation-cap" title={t("none")}>
              {t("noneText")}
            </EmptyState>
          ) : (
            <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
              {programmes.map((programme) => (
                <ProgrammeCard
                  key={programme.id}
                  programme={programme}
                  actions={
                    mayEdit && (programme.status === "ACTIVE" || isActive) ? (
                      <ProgrammeActions
                        number={number}
                        programme={programme}
                        today={today}
                        mayEnter={isActive}
                      />
                    ) : null
                  }
                />
              ))}
            </ul>
          )}
        </Section>
        <div className="grid gap-stack lg:grid-cols-2">
          <MajorSection
            number={number}
            declarations={matters.declarations}
            majors={majors}
            waiting={waits("studies.change-major")}
            active={active ?? null}
          />
          <LeaveSection
            number={number}
            leaves={matters.leaves}
            today={today}
            mayAsk={mayAsk && isActive && !waits("studies.grant-leave")}
            mayEdit={mayEdit}
          />
        </div>
        <CycleSection number={number} changes={matters.cycleChanges} today={today} mayEdit={mayEdit} />
        <PersonProjects of="student" rows={projects} />
        {degree && <DegreeProgress code={degree.code} progress={degree.progress} />}
      </div>
    </ClientMessages>
  );
}
