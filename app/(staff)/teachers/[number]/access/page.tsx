import type { Metadata } from "next";
import { ColleagueAccess } from "../../../_colleagues/colleague-pages";
import { colleagueTitle } from "../../../_colleagues/load-colleague";

type Props = PageProps<"/teachers/[number]/access">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return colleagueTitle("teacher", params, "access_log:read");
}

export default function TeacherAccessPage(props: Props) {
  return <ColleagueAccess kind="teacher" {...props} />;
}
