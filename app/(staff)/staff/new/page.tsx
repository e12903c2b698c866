import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requirePage } from "@/lib/platform/auth/page";
import { MakePage } from "../../_colleagues/make-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("colleagues.make"))("staff") };
}

export default async function NewStaffPage({ searchParams }: PageProps<"/staff/new">) {
  const actor = await requirePage("people:edit");
  return <MakePage actor={actor} kind="staff" searchParams={searchParams} />;
}
