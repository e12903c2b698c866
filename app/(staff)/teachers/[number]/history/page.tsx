import type { Metadata } from "next";
import { ColleagueHistory } from "../../../_colleagues/colleague-pages";
import { colleagueTitle, loadColleague } from "../../../_colleagues/load-colleague";

type Props = PageProps<"/teachers/[number]/history">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return colleagueTitle("teacher", params, "audit:read_history");
}

export default async function TeacherHistoryPage({ params, searchParams }: Props) {
  const found = await loadColleague("teacher", params, "audit:read_history");
  return <ColleagueHistory {...found} searchParams={searchParams} />;
}
