import type { Metadata } from "next";
import { ColleagueOverview } from "../../_colleagues/colleague-pages";
import { colleagueTitle, loadColleague } from "../../_colleagues/load-colleague";

type Props = PageProps<"/staff/[number]">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return colleagueTitle("staff", params, "people:read");
}

export default async function StaffOverviewPage({ params }: Props) {
  const found = await loadColleague("staff", params, "people:read");
  return <ColleagueOverview {...found} />;
}
