import type { Metadata } from "next";
import { ColleaguePositions } from "../../../_colleagues/colleague-positions";
import { colleagueTitle } from "../../../_colleagues/load-colleague";

type Props = PageProps<"/staff/[number]/positions">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return colleagueTitle("staff", params);
}

export default function StaffPositionsPage({ params }: Props) {
  return <ColleaguePositions kind="staff" params={params} />;
}
