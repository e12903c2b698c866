import type { Metadata } from "next";
import { PhotoSection } from "@/components/people/photo-section";
import { listPhotos } from "@/lib/people/photos/queries";
import { can } from "@/lib/platform/access/actor";
import { recordAccess } from "@/lib/platform/access-log/record";
import { loadStudent } from "../_components/load";
import { recordTitle } from "../_components/record-title";

export function generateMetadata({ params }: PageProps<"/students/[number]/photo">): Promise<Metadata> {
  return recordTitle(params, "people:read");
}

/** The photo of a student with all its versions; staff replace, verify, refuse and restore here. */
export default async function StudentPhotoPage({ params }: PageProps<"/students/[number]/photo">) {
  const { actor, student } = await loadStudent(params, "people:read");
  recordAccess(actor, { what: "people.photos", subjectId: student.personId });
  const photos = await listPhotos(actor, student.personId);
  return (
    <PhotoSection
      record={{ number: student.number }}
      name={{ family: student.person.familyName, personal: student.person.personalName }}
      isMonk={student.student.isMonk}
      photos={photos}
      editable={can(actor, "people:edit")}
    />
  );
}
