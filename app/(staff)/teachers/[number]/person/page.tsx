import type { Metadata } from "next";
import { ColleaguePerson } from "../../../_colleagues/colleague-pages";
import { colleagueTitle } from "../../../_colleagues/load-colleague";

type Props = PageProps<"/teachers/[number]/person">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return colleagueTitle("teacher", params);
}

export default function TeacherPersonPage({ params }: Props) {
  return <ColleaguePerson kind="teacher" params={params} />;
}
