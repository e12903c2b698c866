import type { Metadata } from "next";
import { PersonDetails } from "@/components/people/details/person-details";
import { getPersonDetails } from "@/lib/people/details/queries";
import { getKhmerName } from "@/lib/people/khmer-names/queries";
import { can } from "@/lib/platform/access/actor";
import { loadStudent } from "../_components/load";
import { recordTitle } from "../_components/record-title";

export function generateMetadata({ params }: PageProps<"/students/[number]/person">): Promise<Metadata> {
  return recordTitle(params, "people:read");
}

/** Names for documents, papers, addresses, schooling, work, family and times as a monk. */
export default async function StudentPersonPage({ params }: PageProps<"/students/[number]/person">) {
  const { actor, student } = await loadStudent(params, "people:read");
  const [details, name] = await Promise.all([
    getPersonDetails(actor, student.personId),
    getKhmerName(actor, student.personId),
  ]);
  return <PersonDetails details={details} name={name} editable={can(actor, "people:edit")} />;
}
