import type { Metadata } from "next";
import { ColleaguePositions } from "../../../_colleagues/colleague-positions";
import { colleagueTitle } from "../../../_colleagues/load-colleague";

type Props = PageProps<"/teachers/[number]/positions">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return colleagueTitle("teacher", params);
}

export default function TeacherPositionsPage({ params }: Props) {
  return <ColleaguePositions kind="teacher" params={params} />;
}
