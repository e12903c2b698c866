import { z } from "zod";
import { POLICIES, type Policy } from "@/lib/platform/access/policies";

const id = z.int().positive();
const name = z.string().trim().min(1).max(120);

/** Code of a department as it is written: upper case, no spaces. */
const departmentCode = z
  .string()
  .trim()
  .transform((code) => code.toUpperCase())
  .refine((code) => /^[A-Z][A-Z0-9-]{1,19}$/.test(code), "organization.department_code_letters");

const departmentFacts = z.strictObject({
  code: departmentCode,
  name,
  nameKm: name,
  displayOrder: z
    .union([
      z.int(),
      z
        .string()
        .regex(/^\d{1,4}$/)
        .transform(Number),
    ])
    .pipe(z.int().min(0).max(9999)),
  isActive: z.boolean(),
});

export const createDepartmentInput = departmentFacts;
export const editDepartmentInput = departmentFacts.extend({ id, version: id });

/** US dollars or riel, as text without grouping: "500.00". */
const amount = z
  .string()
  .trim()
  .regex(/^\d{1,9}(\.\d{1,2})?$/, "organization.amount_digits");

/** What holders may approve, by area (domain.md 2.1 approval_limits); an area that is missing approves nothing. */
export const approvalLimits = z.strictObject({
  financial: z
    .strictObject({ maxAmount: amount, currency: z.enum(["USD", "KHR"]), needsSecondApproval: z.boolean() })
    .optional(),
  enrolment: z
    .strictObject({
      maxStudents: z.int().min(1).max(10_000),
      mayOverrideCapacity: z.boolean(),
      mayWaivePrerequisites: z.boolean(),
    })
    .optional(),
  academic: z
    .strictObject({
      mayChangeGrades: z.boolean(),
      deadlineDays: z.int().min(0).max(365),
      mayGrantExtensions: z.boolean(),
    })
    .optional(),
});
export type ApprovalLimits = z.output<typeof approvalLimits>;

const positionFacts = z.strictObject({
  title: name,
  titleKm: name,
  /** Null: one of the whole university. */
  departmentId: id.nullable(),
  reportsToId: id.nullable(),
  authorityLevel: z.coerce.number().int().min(1).max(4),
  overrides: z.array(z.enum(POLICIES)).max(POLICIES.length),
  approvalLimits,
  isActive: z.boolean(),
});

export const createPositionInput = positionFacts;
export const editPositionInput = positionFacts.extend({ id, version: id });

export type CreateDepartmentInput = z.output<typeof createDepartmentInput>;
export type EditDepartmentInput = z.output<typeof editDepartmentInput>;
export type CreatePositionInput = z.output<typeof createPositionInput>;
export type EditPositionInput = z.output<typeof editPositionInput>;

/** A row of the list of departments. */
export type DepartmentRow = {
  id: number;
  version: number;
  code: string;
  name: string;
  nameKm: string;
  displayOrder: number;
  isActive: boolean;
};

/** A position with where it stands; its holders are told by lib/people/positions. */
export type PositionRow = {
  id: number;
  version: number;
  title: string;
  titleKm: string;
  department: { id: number; code: string; name: string; nameKm: string } | null;
  reportsTo: { id: number; title: string; titleKm: string } | null;
  authorityLevel: number;
  overrides: Policy[];
  approvalLimits: ApprovalLimits;
  isActive: boolean;
};
