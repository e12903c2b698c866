import "server-only";
import type { CreateDepartmentInput, EditDepartmentInput } from "@/lib/organization/schemas";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { AppError } from "@/lib/platform/errors";

/** Adds a department. @throws AppError conflict `organization.department_code_taken`, `…_name_taken`; forbidden */
export async function createDepartmentCommand(
  actor: Actor,
  input: CreateDepartmentInput,
): Promise<{ id: number; code: string }> {
  authorise(actor, "organization:edit");
  return writeTx(actor, {}, (tx) => tx.department.create({ data: input, select: { id: true, code: true } }));
}

/**
 * Changes a department, if nobody changed it since `version` was shown. Its code stays while a role is limited to it,
 * because the grant names it.
 * @throws AppError stale; not_found; refused `organization.department_code_in_use`; conflict as create; forbidden
 */
export async function editDepartmentCommand(
  actor: Actor,
  input: EditDepartmentInput,
): Promise<{ version: number; code: string }> {
  authorise(actor, "organization:edit");
  const { id, version, ...facts } = input;
  return writeTx(actor, {}, async (tx) => {
    const current = await tx.department.findUnique({ where: { id }, select: { code: true, version: true } });
    if (!current) throw new AppError("not_found", "organization.department_not_found");
    if (current.code !== facts.code) await refuseNamedCode(tx, current.code);
    const { count } = await tx.department.updateMany({
      where: { id, version },
      data: { ...facts, version: { increment: 1 } },
    });
    if (count === 0) throw new AppError("stale", "organization.stale");
    return { version: version + 1, code: facts.code };
  });
}

/** Grants of roles, programmes and divisions name departments by code. */
async function refuseNamedCode(tx: Tx, code: string): Promise<void> {
  const [grant, programme, division] = await Promise.all([
    tx.roleAssignment.findFirst({ where: { scopeKind: "DEPARTMENT", scopeRef: code }, select: { id: true } }),
    tx.programme.findFirst({ where: { facultyCode: code }, select: { id: true } }),
    tx.division.findFirst({ where: { code }, select: { id: true } }),
  ]);
  if (!grant && !programme && !division) return;
  const error = "organization.department_code_in_use";
  throw new AppError("refused", error, { fields: { code: [error] } });
}
