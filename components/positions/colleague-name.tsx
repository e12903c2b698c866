import Link from "next/link";
import type { Colleague } from "@/lib/people/positions/schemas";
import { recordPath } from "@/lib/people/record-ref";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

/** The record that shows a colleague best: that of the offices before that of the teacher. */
export function colleaguePath({ staffNumber, teacherNumber }: Colleague): `/${string}` | null {
  if (staffNumber !== null) return recordPath({ of: "staff", number: staffNumber });
  return teacherNumber === null ? null : recordPath({ of: "teacher", number: teacherNumber });
}

/** Who works here, by name; a link to the record for whoever may open records. */
export async function ColleagueName({ colleague, linked }: { colleague: Colleague; linked: boolean }) {
  const format = await getFormat();
  const path = linked ? colleaguePath(colleague) : null;
  const name = format.name(colleague);
  if (!path) return <span>{name}</span>;
  return (
    <Link href={path} prefetch={false} className="link inline-flex min-h-6 items-center">
      {name}
    </Link>
  );
}
