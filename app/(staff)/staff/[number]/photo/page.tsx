import type { Metadata } from "next";
import { ColleaguePhoto } from "../../../_colleagues/colleague-pages";
import { colleagueTitle, loadColleague } from "../../../_colleagues/load-colleague";

type Props = PageProps<"/staff/[number]/photo">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return colleagueTitle("staff", params, "people:read");
}

export default async function StaffPhotoPage({ params }: Props) {
  const found = await loadColleague("staff", params, "people:read");
  return <ColleaguePhoto {...found} />;
}
