import type { Metadata } from "next";
import { ColleaguePositions } from "../../../_colleagues/colleague-positions";
import { colleagueTitle, loadColleague } from "../../../_colleagues/load-colleague";

type Props = PageProps<"/teachers/[number]/positions">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return colleagueTitle("teacher", params, "people:read");
}

export default async function TeacherPositionsPage({ params }: Props) {
  const found = await loadColleague("teacher", params, "people:read");
  return <ColleaguePositions {...found} />;
}
