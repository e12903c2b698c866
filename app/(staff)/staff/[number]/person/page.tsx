import type { Metadata } from "next";
import { ColleaguePerson } from "../../../_colleagues/colleague-pages";
import { colleagueTitle } from "../../../_colleagues/load-colleague";

type Props = PageProps<"/staff/[number]/person">;

export function generateMetadata({ params }: Props): Promise<Metadata> {
  return colleagueTitle("staff", params);
}

export default function StaffPersonPage({ params }: Props) {
  return <ColleaguePerson kind="staff" params={params} />;
}
