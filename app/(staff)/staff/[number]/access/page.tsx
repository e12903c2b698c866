import type { Metadata } from "next";
import { ColleagueAccess } from "../../../_colleagues/colleague-pages";
import { colleagueTitle, loadColleague } from "../../../_colleagues/load-colleague";

type Props = PageProps<"/staff/[number]/access">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return colleagueTitle("staff", params, "access_log:read");
}

export default async function StaffAccessPage({ params, searchParams }: Props) {
  const found = await loadColleague("staff", params, "access_log:read");
  return <ColleagueAccess {...found} searchParams={searchParams} />;
}
