import type { Metadata } from "next";
import { ColleagueOverview } from "../../_colleagues/colleague-pages";
import { colleagueTitle } from "../../_colleagues/load-colleague";

type Props = PageProps<"/staff/[number]">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return colleagueTitle("staff", params);
}

export default function StaffOverviewPage({ params }: Props) {
  return <ColleagueOverview kind="staff" params={params} />;
}
