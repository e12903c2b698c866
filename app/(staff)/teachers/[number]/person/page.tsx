import type { Metadata } from "next";
import { ColleaguePerson } from "@/components/colleagues/colleague-pages";
import { colleagueTitle } from "@/components/colleagues/load-colleague";

type Props = PageProps<"/teachers/[number]/person">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return colleagueTitle("teacher", params);
}

export default function TeacherPersonPage({ params }: Props) {
  return <ColleaguePerson kind="teacher" params={params} />;
}
