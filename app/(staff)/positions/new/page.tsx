import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requirePage } from "@/lib/platform/auth/page";
import { PositionPage } from "../_components/position-page";

export async function generateMetadata(): Promise<Metadata> {
  await requirePage("organization:edit");
  return { title: (await getTranslations("positions"))("new") };
}

export default async function NewPositionPage() {
  const actor = await requirePage("organization:edit");
  return <PositionPage actor={actor} position={null} />;
}
