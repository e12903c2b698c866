import type { Metadata } from "next";
import { ColleagueAccess } from "../../../_colleagues/colleague-pages";
import { colleagueTitle } from "../../../_colleagues/load-colleague";

type Props = PageProps<"/staff/[number]/access">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return colleagueTitle("staff", params, "access_log:read");
}

export default function StaffAccessPage(props: Props) {
  return <ColleagueAccess kind="staff" {...props} />;
}
