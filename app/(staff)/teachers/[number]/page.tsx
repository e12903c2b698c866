import type { Metadata } from "next";
import { ColleagueOverview } from "../../_colleagues/colleague-pages";
import { colleagueTitle } from "../../_colleagues/load-colleague";

type Props = PageProps<"/teachers/[number]">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return colleagueTitle("teacher", params);
}

export default function TeacherOverviewPage({ params }: Props) {
  return <ColleagueOverview kind="teacher" params={params} />;
}
