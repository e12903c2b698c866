import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { getTemplate } from "@/lib/curriculum/part-templates/queries";
import { loadNewTemplate } from "@/lib/curriculum/part-templates/search-params";
import type { AccountActor } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { isAppError } from "@/lib/platform/errors";
import { TemplateFormPage } from "../_components/form-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("partTemplates"))("new") };
}

async function replaced(actor: AccountActor, id: number | null) {
  if (id === null) return null;
  try {
    return await getTemplate(actor, id);
  } catch (error) {
    if (isAppError(error) && error.kind === "not_found") notFound();
    throw error;
  }
}

/** A new template, or with `?from=` a new version of one. */
export default async function NewPartTemplatePage({ searchParams }: PageProps<"/part-templates/new">) {
  const actor = await requirePage("curriculum:edit");
  const set = await replaced(actor, (await loadNewTemplate(searchParams)).from);
  return <TemplateFormPage actor={actor} mode={set ? "version" : "new"} set={set} />;
}
