import type { Metadata } from "next";
import { ColleagueHistory } from "../../../_colleagues/colleague-pages";
import { colleagueTitle } from "../../../_colleagues/load-colleague";

type Props = PageProps<"/teachers/[number]/history">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return colleagueTitle("teacher", params, "audit:read_history");
}

export default function TeacherHistoryPage(props: Props) {
  return <ColleagueHistory kind="teacher" {...props} />;
}
