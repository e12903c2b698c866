import type { Metadata } from "next";
import { ColleagueAccess } from "../../../_colleagues/colleague-pages";
import { colleagueTitle, loadColleague } from "../../../_colleagues/load-colleague";

type Props = PageProps<"/teachers/[number]/access">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return colleagueTitle("teacher", params, "access_log:read");
}

export default async function TeacherAccessPage({ params, searchParams }: Props) {
  const found = await loadColleague("teacher", params, "access_log:read");
  return <ColleagueAccess {...found} searchParams={searchParams} />;
}
