import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ProfileListPage } from "@/app/(staff)/_profiles/profile-list-page";
import { requirePage } from "@/lib/platform/auth/page";
import { NewColleagueLink } from "../_colleagues/new-colleague-link";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("lists.teachers"))("title") };
}

export default async function TeachersPage({ searchParams }: PageProps<"/teachers">) {
  const actor = await requirePage("people:read");
  return (
    <ProfileListPage
      actor={actor}
      list="teachers"
      searchParams={searchParams}
      actions={<NewColleagueLink actor={actor} kind="teacher" />}
    />
  );
}
