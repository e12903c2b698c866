import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/feedback/empty-state";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import { findDegreeProgress } from "@/lib/record/queries/degree-progress";
import { listProgrammeEnrolments } from "@/lib/studies/queries";
import type { ProgrammeEnrolmentRow } from "@/lib/studies/schemas";
import { loadStudent } from "../_components/load";
import { recordTitle } from "../_components/record-title";
import { DegreeProgress } from "./_components/degree-progress";
import { ProgrammeCard } from "./_components/programme-card";

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

export default async function StudentProgrammePage({ params }: PageProps<"/students/[number]/programme">) {
  const { actor, student } = await loadStudent(params, "studies:read");
  const [programmes, t] = await Promise.all([
    listProgrammeEnrolments(actor, student.personId),
    getTranslations("studies"),
  ]);
  if (programmes.length === 0) {
    return (
      <EmptyState icon="graduation-cap" title={t("none")}>
        {t("noneText")}
      </EmptyState>
    );
  }
  const degree = can(actor, "record:read") ? await firstDegree(actor, student.personId, programmes) : null;
  return (
    <div className="flex flex-col gap-stack">
      <ul className="grid gap-4 md:grid-cols-2 xl:grid-cols-3">
        {programmes.map((programme) => (
          <ProgrammeCard key={programme.id} programme={programme} />
        ))}
      </ul>
      {degree && <DegreeProgress code={degree.code} progress={degree.progress} />}
    </div>
  );
}
