import { notFound, redirect } from "next/navigation";
import { getDepartment } from "@/lib/organization/queries/departments";
import type { DepartmentRow } from "@/lib/organization/schemas";
import type { AccountActor } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { isAppError } from "@/lib/platform/errors";

/** The guard of a department's page: the permission (403), then the department (404); one address, in capitals. */
export async function loadDepartment(
  params: Promise<{ code: string }>,
): Promise<{ actor: AccountActor; department: DepartmentRow }> {
  const actor = await requirePage("organization:read");
  const given = (await params).code;
  try {
    const department = await getDepartment(actor, given);
    if (department.code !== given) redirect(`/departments/${department.code}`);
    return { actor, department };
  } catch (error) {
    if (isAppError(error) && error.kind === "not_found") notFound();
    throw error;
  }
}
