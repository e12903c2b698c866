import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/feedback/empty-state";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { PersonProjects } from "@/components/projects/person-projects";
import { PrintButton } from "@/components/registration/print-button";
import { Journey } from "@/components/studies/journey";
import { LeaveSection } from "@/components/studies/leave-section";
import { MajorSection } from "@/components/studies/major-section";
import { ProgrammeCard } from "@/components/studies/programme-card";
import { RequestNotices } from "@/components/studies/request-notices";
import { Alert } from "@/components/ui/alert";
import { listStudentRequests } from "@/lib/approvals/student-requests";
import { listStudentProjects } from "@/lib/classes/projects/of-person";
import { requirePage } from "@/lib/platform/auth/page";
import { campusToday } from "@/lib/platform/dates/campus";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { listJourney } from "@/lib/studies/journey/queries";
import { findOwnStudent, getStudyMatters, listMajors, listProgrammeEnrolments } from "@/lib/studies/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("ownStudies"))("title") };
}

/** A student's own programme, major, leaves and journey; what is asked for here a second person decides. */
export default async function OwnStudiesPage() {
  const actor = await requirePage("studies:read_own");
  const [own, t, my, journey] = await Promise.all([
    findOwnStudent(actor),
    getTranslations("ownStudies"),
    getTranslations("my"),
    getTranslations("journey"),
  ]);
  if (!own) {
    return (
      <EmptyState icon="id-card" title={my("noStudent")}>
        {my("noStudentText")}
      </EmptyState>
    );
  }
  const { personId, number } = own;
  const isActive = own.status === "ACTIVE";
  const [programmes, matters, requests, majors, events, projects] = await Promise.all([
    listProgrammeEnrolments(actor, personId),
    getStudyMatters(actor, personId),
    listStudentRequests(actor, personId),
    isActive ? listMajors(actor, personId) : null,
    listJourney(actor, personId),
    listStudentProjects(actor, personId),
  ]);
  const waits = (kind: string) => requests.some((request) => request.kind === kind);
  const active = programmes.find((each) => each.status === "ACTIVE" && each.kind === "ACADEMIC");
  return (
    <ClientMessages namespaces={["forms", "programmes"]}>
      <PageHeader title={t("title")} description={t("description")} />
      <div className="flex flex-col gap-stack">
        <RequestNotices requests={requests} />
        {!isActive && <Alert variant="warning">{t("notActive")}</Alert>}
        <Section title={t("programmes")}>
          {programmes.length === 0 ? (
            <p className="text-muted-foreground text-sm">{my("noProgramme")}</p>
          ) : (
            <ul className="grid gap-4 md:grid-cols-2">
              {programmes.map((programme) => (
                <ProgrammeCard key={programme.id} programme={programme} />
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
            today={campusToday()}
            mayAsk={isActive && !waits("studies.grant-leave")}
            mayEdit={false}
          />
        </div>
        <PersonProjects of="student" rows={projects} />
        <Section
          title={journey("title")}
          actions={events.length > 0 && <PrintButton>{journey("print")}</PrintButton>}
        >
          <Journey events={events} name={own.name} />
        </Section>
      </div>
    </ClientMessages>
  );
}
