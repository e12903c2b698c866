import type { Metadata } from "next";
import { ColleaguePerson } from "../../../_colleagues/colleague-pages";
import { colleagueTitle, loadColleague } from "../../../_colleagues/load-colleague";

type Props = PageProps<"/teachers/[number]/person">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return colleagueTitle("teacher", params, "people:read");
}

export default async function TeacherPersonPage({ params }: Props) {
  const found = await loadColleague("teacher", params, "people:read");
  return <ColleaguePerson {...found} />;
}
