import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RecordFields } from "@/components/forms/record-fields";
import { Section } from "@/components/layout/section";
import { Alert } from "@/components/ui/alert";
import { editProject } from "@/lib/classes/projects/actions";
import { listProjectClasses } from "@/lib/classes/projects/queries";
import { PROJECT_MOVES } from "@/lib/classes/projects/states";
import { can } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { AdvisorSection } from "./_components/advisor-section";
import { loadProject } from "./_components/load";
import { MemberSection } from "./_components/member-section";
import { ProjectMoveButton } from "./_components/project-buttons";
import { ProjectHeading } from "./_components/project-heading";
import { ProjectSteps } from "./_components/project-steps";

export async function generateMetadata({ params }: PageProps<"/project-groups/[id]">): Promise<Metadata> {
  const { found } = await loadProject(params);
  return { title: found.finalTitle ?? found.title };
}

/** A senior-project group: what it works on, who is in it, who advises, how far it is. */
export default async function ProjectPage({ params }: PageProps<"/project-groups/[id]">) {
  const { actor, found } = await loadProject(params);
  const [classes, t, words] = await Promise.all([
    listProjectClasses(actor, found),
    getTranslations("projects"),
    getTranslations("classes"),
  ]);
  const over = PROJECT_MOVES[found.status].length === 0;
  const editable = can(actor, "classes:edit_projects") && !over;
  const className = (each: { section: string; timeOfDay: string }) =>
    `${found.code} ${each.section} · ${words(`timeOfDay.${each.timeOfDay as "EVE"}`)}`;
  return (
    <ClientMessages namespaces={["forms", "projects", "courses.picker", "personDetails.picker"]}>
      <ProjectHeading
        actor={actor}
        found={found}
        actions={
          editable && (
            <ProjectMoveButton
              id={found.id}
              version={found.version}
              now={t(`statuses.${found.status}`)}
              today={campusToday()}
              moves={PROJECT_MOVES[found.status].map((value) => ({ value, label: t(`statuses.${value}`) }))}
            />
          )
        }
      />
      {over && (
        <Alert variant="info" className="mb-stack">
          {t("page.over")}
        </Alert>
      )}
      <div className="grid gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-6">
          <Section title={t("page.facts")}>
            <RecordFields
              action={editProject}
              record={{ id: found.id }}
              version={found.version}
              editable={editable}
              fields={[
                { field: "title", label: t("page.title"), value: found.title, emptyAs: "", maxLength: 200 },
                { field: "finalTitle", label: t("page.finalTitle"), value: found.finalTitle, maxLength: 200 },
                {
                  field: "description",
                  label: t("page.description"),
                  value: found.description,
                  kind: "textarea",
                  maxLength: 2000,
                },
                {
                  field: "classId",
                  label: t("page.class"),
                  value: found.class ? String(found.class.id) : null,
                  kind: "select",
                  options: classes.map((each) => ({ value: String(each.id), label: className(each) })),
                },
              ]}
            />
          </Section>
          <MemberSection found={found} editable={editable} linked={can(actor, "people:read")} />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <AdvisorSection found={found} editable={editable} linked={can(actor, "people:read")} />
          <ProjectSteps found={found} />
        </div>
      </div>
    </ClientMessages>
  );
}
