import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { listCourseChoices } from "@/lib/curriculum/courses/queries/list-courses";
import { requirePage } from "@/lib/platform/auth/page";
import { campusToday } from "@/lib/platform/dates/campus";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { NewCourseForm } from "./_components/new-course-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("courses.new"))("title") };
}

/** A new course in its first version. */
export default async function NewCoursePage() {
  const actor = await requirePage("curriculum:edit");
  const [{ cycles, programmes }, t, format] = await Promise.all([
    listCourseChoices(actor),
    getTranslations("courses"),
    getFormat(),
  ]);
  const name = ({ name, nameKm }: { name: string; nameKm: string }) => format.words({ en: name, km: nameKm });
  return (
    <>
      <PageHeader
        title={t("new.title")}
        description={t("new.lead")}
        crumbs={{
          label: t("title"),
          items: [{ label: t("title"), href: "/courses" }, { label: t("new.title") }],
        }}
      />
      <ClientMessages namespaces={["forms", "courses.new", "courses.fields"]}>
        <NewCourseForm
          today={campusToday()}
          cycles={cycles.map((each) => ({ value: String(each.id), label: name(each), code: each.code }))}
          programmes={programmes
            .filter(({ kind }) => kind === "LANGUAGE")
            .map((each) => ({ value: each.code, label: `${name(each)} (${each.code})` }))}
        />
      </ClientMessages>
    </>
  );
}
