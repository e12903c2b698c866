import type { Metadata } from "next";
import { ColleaguePhoto } from "../../../_colleagues/colleague-pages";
import { colleagueTitle, loadColleague } from "../../../_colleagues/load-colleague";

type Props = PageProps<"/teachers/[number]/photo">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return colleagueTitle("teacher", params, "people:read");
}

export default async function TeacherPhotoPage({ params }: Props) {
  const found = await loadColleague("teacher", params, "people:read");
  return <ColleaguePhoto {...found} />;
}
