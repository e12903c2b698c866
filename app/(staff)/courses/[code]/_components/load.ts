import { notFound, redirect } from "next/navigation";
import { getVersions } from "@/lib/curriculum/courses/queries/get-course";
import { shownVersion } from "@/lib/curriculum/courses/rules";
import { type CourseVersion, courseCodeParam } from "@/lib/curriculum/courses/schemas";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { campusToday } from "@/lib/platform/dates/campus";
import { isAppError } from "@/lib/platform/errors";

export type LoadedCourse = {
  actor: AccountActor;
  versions: CourseVersion[];
  /** The version that the page shows. */
  shown: CourseVersion;
  editable: boolean;
  today: string;
};

/** The guard of every tab of a course: the permission (403), then the course (404); one address, in capitals. */
export async function loadCourse(
  params: Promise<{ code: string }>,
  from: string | null = null,
): Promise<LoadedCourse> {
  const actor = await requirePage("curriculum:read");
  const given = decodeURIComponent((await params).code);
  const parsed = courseCodeParam.safeParse({ code: given });
  if (!parsed.success) notFound();
  const { code } = parsed.data;
  try {
    const versions = await getVersions(actor, code);
    if (code !== given) redirect(`/courses/${code}`);
    const today = campusToday();
    const shown = versions.find((each) => each.validFrom === from) ?? shownVersion(versions, today);
    if (!shown) notFound();
    return { actor, versions, shown, editable: can(actor, "curriculum:edit"), today };
  } catch (error) {
    if (isAppError(error) && error.kind === "not_found") notFound();
    throw error;
  }
}
