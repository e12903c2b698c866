import { z } from "zod";
import { CAMPUS_ROLES, OWN_SCOPED_ROLES, ROLES } from "@/lib/platform/access/roles";
import { reasonText } from "@/lib/platform/validation/reason";

const day = z.iso.date();

/**
 * A grant of a role. `lastDay` is the last day on which it holds, null for no end; the database keeps the day after.
 * Roles that reach one's own record only take the scope OWN, those of the whole campus ALL, the others ALL, or one
 * department or programme by code.
 */
export const grantRoleInput = z
  .strictObject({
    email: z.email().trim().max(254),
    role: z.enum(ROLES),
    scopeKind: z.enum(["ALL", "OWN", "DEPARTMENT", "PROGRAMME"]),
    scopeRef: z.string().trim().max(40).nullable(),
    authorityLevel: z.number().int().min(1).max(4).nullable(),
    validFrom: day,
    lastDay: day.nullable(),
    reason: reasonText,
  })
  .superRefine((value, context) => {
    const fail = (path: string, code: string) =>
      context.addIssue({ code: "custom", path: [path], message: code });
    const needsRef = value.scopeKind === "DEPARTMENT" || value.scopeKind === "PROGRAMME";
    if (needsRef && !value.scopeRef) fail("scopeRef", "access.scope_ref_needed");
    if (!needsRef && value.scopeRef) fail("scopeRef", "access.scope_ref_unused");
    if (OWN_SCOPED_ROLES.has(value.role) !== (value.scopeKind === "OWN"))
      fail("scopeKind", "access.scope_does_not_fit");
    if (needsRef && CAMPUS_ROLES.has(value.role)) fail("scopeKind", "access.scope_does_not_fit");
    if (OWN_SCOPED_ROLES.has(value.role) && value.authorityLevel !== null) {
      fail("authorityLevel", "access.no_authority_for_role");
    }
    if (value.lastDay !== null && value.lastDay < value.validFrom)
      fail("lastDay", "access.ends_before_it_begins");
  });
export type GrantRoleInput = z.infer<typeof grantRoleInput>;

/** Ends a grant today; with a grant that has not begun it never begins. */
export const revokeRoleInput = z.strictObject({
  id: z.number().int().positive(),
  version: z.number().int().positive(),
  reason: reasonText,
});
export type RevokeRoleInput = z.infer<typeof revokeRoleInput>;

export const assignmentStates = ["current", "coming", "past"] as const;
export type AssignmentState = (typeof assignmentStates)[number];

/** One row of "who holds which role". Days are YYYY-MM-DD, `lastDay` the last one on which it holds. */
export type AssignmentRow = {
  id: number;
  version: number;
  accountId: number;
  displayName: string;
  email: string;
  accountDisabled: boolean;
  role: string;
  scopeKind: "ALL" | "OWN" | "DEPARTMENT" | "PROGRAMME";
  scopeRef: string | null;
  authorityLevel: number | null;
  validFrom: string;
  lastDay: string | null;
  state: AssignmentState;
  grantedBy: string;
  reason: string | null;
};

/** What the list shows: free text over name and e-mail, one role, one state. */
export type AssignmentFilter = {
  search: string;
  role: string | null;
  state: AssignmentState | null;
  page: number;
  pageSize: number;
};
