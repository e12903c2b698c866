import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { PrintButton } from "@/components/registration/print-button";
import { Journey } from "@/components/studies/journey";
import { latinName } from "@/lib/platform/i18n/names";
import { listJourney } from "@/lib/studies/journey/queries";
import { loadStudent } from "../_components/load";
import { recordTitle } from "../_components/record-title";

export function generateMetadata({ params }: PageProps<"/students/[number]/journey">): Promise<Metadata> {
  return recordTitle(params, "studies:read");
}

/** The way of a student through the university, milestone by milestone. */
export default async function StudentJourneyPage({ params }: PageProps<"/students/[number]/journey">) {
  const { actor, student } = await loadStudent(params, "studies:read");
  const [events, t] = await Promise.all([listJourney(actor, student.personId), getTranslations("journey")]);
  return (
    <Section title={t("title")} actions={events.length > 0 && <PrintButton>{t("print")}</PrintButton>}>
      <Journey events={events} name={latinName(student.person)} />
    </Section>
  );
}
