import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { listProjectChoices } from "@/lib/classes/projects/queries";
import { requirePage } from "@/lib/platform/auth/page";
import { campusToday } from "@/lib/platform/dates/campus";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { ProjectForm } from "./_components/project-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("projects.form"))("title") };
}

/** Forms a senior-project group. */
export default async function NewProjectPage() {
  const actor = await requirePage("classes:edit_projects");
  const [choices, t, projects, format] = await Promise.all([
    listProjectChoices(actor),
    getTranslations("projects.form"),
    getTranslations("projects"),
    getFormat(),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={projects("lead")}
        crumbs={{
          label: projects("title"),
          items: [{ label: projects("title"), href: "/project-groups" }, { label: t("title") }],
        }}
      />
      {choices.courses.length === 0 ? (
        <Alert variant="warning">{t("noCourses")}</Alert>
      ) : (
        <ClientMessages namespaces={["forms", "projects.form", "courses.picker", "personDetails.picker"]}>
          <ProjectForm
            today={campusToday()}
            courses={choices.courses.map(({ id, code, title, titleKm }) => ({
              value: String(id),
              label: `${code} · ${format.words({ en: title, km: titleKm ?? title })}`,
            }))}
            terms={choices.terms.map(({ id, code, name }) => ({
              value: String(id),
              label: `${format.words(name)} (${code})`,
            }))}
          />
        </ClientMessages>
      )}
    </>
  );
}
