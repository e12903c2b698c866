import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { listProgrammes } from "@/lib/curriculum/queries";
import { findNumberToCome } from "@/lib/people/numbers/queries";
import { BIRTH_PROVINCES } from "@/lib/people/rules";
import { GENDERS, STUDY_TIMES } from "@/lib/people/schemas";
import { requirePage } from "@/lib/platform/auth/page";
import { campusToday } from "@/lib/platform/dates/campus";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { NewStudentForm } from "./_components/new-student-form";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people.new");
  return { title: t("title") };
}

export default async function NewStudentPage() {
  await requirePage("people:edit");
  const actor = await requirePage("studies:edit");
  const [programmes, next, t, numbers, people, format] = await Promise.all([
    listProgrammes(actor),
    findNumberToCome(actor),
    getTranslations("people.new"),
    getTranslations("numbers"),
    getTranslations("people"),
    getFormat(),
  ]);
  const khmer = format.locale === "km";
  return (
    <>
      <PageHeader
        title={t("title")}
        description={numbers("next", { number: format.studentNumber(next) })}
        crumbs={{
          label: people("title"),
          items: [{ label: people("title"), href: "/students" }, { label: t("title") }],
        }}
      />
      <ClientMessages namespaces={["forms", "people.new", "people.columns", "people.record"]}>
        <NewStudentForm
          today={campusToday()}
          programmes={programmes
            .filter((programme) => programme.isActive)
            .map(({ code, name, nameKm, kind }) => ({
              value: code,
              label: `${khmer ? nameKm : name} (${code})`,
              kind,
            }))}
          genders={GENDERS.map((value) => ({ value, label: people(`gender.${value}`) }))}
          studyTimes={STUDY_TIMES.map((value) => ({ value, label: people(`studyTimes.${value}`) }))}
          provinces={BIRTH_PROVINCES.map(({ code, en, km }) => ({ value: code, label: khmer ? km : en }))}
        />
      </ClientMessages>
    </>
  );
}
