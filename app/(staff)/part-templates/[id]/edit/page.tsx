import type { Metadata } from "next";
import { TemplateFormPage } from "../../_components/form-page";
import { loadTemplate } from "../../_components/load";

type Props = PageProps<"/part-templates/[id]/edit">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { set } = await loadTemplate(params, "curriculum:edit");
  return { title: `${set.programmeCode} · ${set.name.en}` };
}

/** Corrects a template where it stands. */
export default async function EditPartTemplatePage({ params }: Props) {
  const { actor, set } = await loadTemplate(params, "curriculum:edit");
  return <TemplateFormPage actor={actor} mode="correct" set={set} />;
}
