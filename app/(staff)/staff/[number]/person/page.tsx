import type { Metadata } from "next";
import { ColleaguePerson } from "@/components/colleagues/colleague-pages";
import { colleagueTitle } from "@/components/colleagues/load-colleague";

type Props = PageProps<"/staff/[number]/person">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return colleagueTitle("staff", params);
}

export default function StaffPersonPage({ params }: Props) {
  return <ColleaguePerson kind="staff" params={params} />;
}
