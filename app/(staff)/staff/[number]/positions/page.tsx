import type { Metadata } from "next";
import { ColleaguePositions } from "../../../_colleagues/colleague-positions";
import { colleagueTitle, loadColleague } from "../../../_colleagues/load-colleague";

type Props = PageProps<"/staff/[number]/positions">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return colleagueTitle("staff", params, "people:read");
}

export default async function StaffPositionsPage({ params }: Props) {
  const found = await loadColleague("staff", params, "people:read");
  return <ColleaguePositions {...found} />;
}
