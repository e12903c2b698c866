import type { Metadata } from "next";
import { ImportPage } from "@/app/(staff)/_import/import-page";
import { findImportState } from "@/app/(staff)/_import/load";
import { requirePage } from "@/lib/platform/auth/page";

const KIND = "curriculum.import-courses";
type Props = PageProps<"/courses/import/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const actor = await requirePage("curriculum:edit");
  return { title: (await findImportState(actor, KIND, params)).set.title };
}

export default async function CourseImportStepPage({ params, searchParams }: Props) {
  const actor = await requirePage("curriculum:edit");
  const state = await findImportState(actor, KIND, params);
  return <ImportPage actor={actor} state={state} searchParams={searchParams} />;
}
