import type { Metadata } from "next";
import { ColleagueHistory } from "../../../_colleagues/colleague-pages";
import { colleagueTitle } from "../../../_colleagues/load-colleague";

type Props = PageProps<"/staff/[number]/history">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return colleagueTitle("staff", params, "audit:read_history");
}

export default function StaffHistoryPage(props: Props) {
  return <ColleagueHistory kind="staff" {...props} />;
}
