import type { z } from "zod";
import type { ApprovalLimits, createPositionInput, PositionRow } from "@/lib/organization/schemas";
import type { Policy } from "@/lib/platform/access/policies";

/** A position as it is typed: choices as text, each area of approval with a mark and its fields. */
export type PositionValues = {
  title: string;
  titleKm: string;
  departmentId: string;
  reportsToId: string;
  authorityLevel: string;
  overrides: Policy[];
  isActive: boolean;
  financial: boolean;
  maxAmount: string;
  currency: "USD" | "KHR";
  needsSecondApproval: boolean;
  enrolment: boolean;
  maxStudents: string;
  mayOverrideCapacity: boolean;
  mayWaivePrerequisites: boolean;
  academic: boolean;
  deadlineDays: string;
  mayChangeGrades: boolean;
  mayGrantExtensions: boolean;
};

/** What the form shows at first: a position, or an empty one below another. */
export function toPositionValues(
  position: PositionRow | null,
  below?: { reportsToId: string },
): PositionValues {
  const { financial, enrolment, academic } = position?.approvalLimits ?? {};
  return {
    title: position?.title ?? "",
    titleKm: position?.titleKm ?? "",
    departmentId: position?.department ? String(position.department.id) : "",
    reportsToId: position?.reportsTo ? String(position.reportsTo.id) : (below?.reportsToId ?? ""),
    authorityLevel: String(position?.authorityLevel ?? 4),
    overrides: position?.overrides ?? [],
    isActive: position?.isActive ?? true,
    financial: financial !== undefined,
    maxAmount: financial?.maxAmount ?? "",
    currency: financial?.currency ?? "USD",
    needsSecondApproval: financial?.needsSecondApproval ?? true,
    enrolment: enrolment !== undefined,
    maxStudents: String(enrolment?.maxStudents ?? ""),
    mayOverrideCapacity: enrolment?.mayOverrideCapacity ?? false,
    mayWaivePrerequisites: enrolment?.mayWaivePrerequisites ?? false,
    academic: academic !== undefined,
    deadlineDays: String(academic?.deadlineDays ?? ""),
    mayChangeGrades: academic?.mayChangeGrades ?? false,
    mayGrantExtensions: academic?.mayGrantExtensions ?? false,
  };
}

/** An area that is not ticked is not sent: it approves nothing. */
function limitsOf(values: PositionValues): ApprovalLimits {
  return {
    ...(values.financial && {
      financial: {
        maxAmount: values.maxAmount,
        currency: values.currency,
        needsSecondApproval: values.needsSecondApproval,
      },
    }),
    ...(values.enrolment && {
      enrolment: {
        maxStudents: numberOf(values.maxStudents),
        mayOverrideCapacity: values.mayOverrideCapacity,
        mayWaivePrerequisites: values.mayWaivePrerequisites,
      },
    }),
    ...(values.academic && {
      academic: {
        mayChangeGrades: values.mayChangeGrades,
        deadlineDays: numberOf(values.deadlineDays),
        mayGrantExtensions: values.mayGrantExtensions,
      },
    }),
  };
}

/** Nothing typed is no number, so that the server asks for one at the field. */
function numberOf(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text);
}

export function toPositionInput(values: PositionValues): z.input<typeof createPositionInput> {
  return {
    title: values.title,
    titleKm: values.titleKm,
    departmentId: values.departmentId === "" ? null : Number(values.departmentId),
    reportsToId: values.reportsToId === "" ? null : Number(values.reportsToId),
    authorityLevel: values.authorityLevel,
    overrides: values.overrides,
    approvalLimits: limitsOf(values),
    isActive: values.isActive,
  };
}
