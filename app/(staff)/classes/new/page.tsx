import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { findCourseByCode, listOpenTerms, USUAL_TIME } from "@/lib/classes/editing/plan";
import { CHOSEN_CLASS_TYPES } from "@/lib/classes/kinds";
import { TIMES_OF_DAY } from "@/lib/classes/schemas";
import { requirePage } from "@/lib/platform/auth/page";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams } from "@/lib/platform/url/href";
import { ClassForm } from "./_components/class-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("classEdit.form"))("title") };
}

/** Makes a class; a course or a term may come with the address (`?course=ENGL-110&term=…`). */
export default async function NewClassPage({ searchParams }: PageProps<"/classes/new">) {
  const actor = await requirePage("classes:edit");
  const params = flatParams(await searchParams);
  const [terms, course, t, classes, format] = await Promise.all([
    listOpenTerms(actor),
    params.course ? findCourseByCode(actor, params.course) : null,
    getTranslations("classEdit.form"),
    getTranslations("classes"),
    getFormat(),
  ]);
  const term = terms.find(({ code }) => code === params.term);
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("lead")}
        crumbs={{
          label: classes("title"),
          items: [{ label: classes("title"), href: "/classes" }, { label: t("title") }],
        }}
      />
      {terms.length === 0 ? (
        <Alert variant="warning">{t("noTerms")}</Alert>
      ) : (
        <ClientMessages namespaces={["forms", "classEdit", "courses.picker"]}>
          <ClassForm
            course={course}
            termId={term ? String(term.id) : ""}
            time={USUAL_TIME}
            terms={terms.map(({ id, code, name, termType }) => ({
              value: String(id),
              label: `${format.words(name)} · ${classes(`termType.${termType}`)} (${code})`,
            }))}
            times={TIMES_OF_DAY.map((value) => ({ value, label: classes(`timeOfDay.${value}`) }))}
            kinds={CHOSEN_CLASS_TYPES.map((value) => ({ value, label: classes(`classType.${value}`) }))}
          />
        </ClientMessages>
      )}
    </>
  );
}
