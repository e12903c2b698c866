import type { Metadata } from "next";
import { ColleagueHistory } from "../../../_colleagues/colleague-pages";
import { colleagueTitle, loadColleague } from "../../../_colleagues/load-colleague";

type Props = PageProps<"/staff/[number]/history">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return colleagueTitle("staff", params, "audit:read_history");
}

export default async function StaffHistoryPage({ params, searchParams }: Props) {
  const found = await loadColleague("staff", params, "audit:read_history");
  return <ColleagueHistory {...found} searchParams={searchParams} />;
}
