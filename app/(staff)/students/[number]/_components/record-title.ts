import type { Metadata } from "next";
import type { Permission } from "@/lib/platform/access/permissions";
import { latinName } from "@/lib/platform/i18n/names";
import { loadStudent } from "./load";

/** Title of a student's pages; behind the same guard as the page, so that a title tells nobody a name. */
export async function recordTitle(
  params: Promise<{ number: string }>,
  permission: Permission,
): Promise<Metadata> {
  const { student } = await loadStudent(params, permission);
  return { title: `${student.label} ${latinName(student.person)}` };
}
