import "@/lib/operations/change-set-kinds";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportStartPage } from "@/app/(staff)/_import/import-start-page";
import { requirePage } from "@/lib/platform/auth/page";
import { loose } from "@/lib/platform/i18n/explain-text";

const KIND = "curriculum.import-courses";

export async function generateMetadata(): Promise<Metadata> {
  return { title: loose(await getTranslations("import"))(`lists.${KIND}.title`) };
}

export default async function CourseImportPage({ searchParams }: PageProps<"/courses/import">) {
  const actor = await requirePage("curriculum:edit");
  return <ImportStartPage actor={actor} kind={KIND} searchParams={searchParams} />;
}
