import "server-only";
import { z } from "zod";
import { type AccountActor, authorise, can } from "@/lib/platform/access/actor";
import { requireGrantable, writeGrant } from "@/lib/platform/access/commands";
import { isRole, rolesWith } from "@/lib/platform/access/roles";
import type { GrantRoleInput } from "@/lib/platform/access/schemas";
import { campusToday } from "@/lib/platform/dates/campus";
import { query } from "@/lib/platform/db/pool";
import { requestApproval } from "./commands";
import { defineApproval } from "./define";
import type { Description, FactValue } from "./schemas";

/** What waits: the account by its id, since an e-mail may change. These roles always reach the whole campus. */
const payload = z.strictObject({
  accountId: z.number().int().positive(),
  role: z.enum(["admin", "operator"]),
  authorityLevel: z.number().int().min(1).max(4).nullable(),
  validFrom: z.iso.date(),
  lastDay: z.iso.date().nullable(),
});
type Payload = z.output<typeof payload>;

/** A grant as the platform writes it. One that waited past its first day begins on the day of the decision. */
function grantOf({ role, authorityLevel, validFrom, lastDay }: Payload) {
  const today = campusToday();
  return {
    role,
    scopeKind: "ALL",
    scopeRef: null,
    authorityLevel,
    validFrom: validFrom < today ? today : validFrom,
    lastDay,
  } as const;
}

/**
 * The grant of a role that two persons give: one administrator asks, another confirms (domain.md 2.3, admin). The
 * database refuses such a grant without this decision (prisma/sql/approvals/role-grants.sql).
 */
export const grantRoleApproval = defineApproval({
  kind: "access.grant-role",
  asks: "access:grant",
  permission: "access:grant",
  validForDays: 7,
  payload,
  subjectKey: ({ accountId, role }) => `account:${accountId}:${role}`,
  async subject(tx, { accountId }) {
    const account = await tx.account.findUniqueOrThrow({
      where: { id: accountId },
      select: { personId: true, displayName: true },
    });
    return { personId: account.personId, label: account.displayName };
  },
  async check(tx, maker, asked) {
    await requireGrantable(tx, { by: maker.accountId, account: asked.accountId }, grantOf(asked));
  },
  summary: ({ role }) => ({ message: `roles.${role}` }),
  describe,
  async run(tx, { approvalId, maker }, asked) {
    const grant = grantOf(asked);
    const account = await requireGrantable(tx, { by: maker.accountId, account: asked.accountId }, grant);
    const grantedBy = `account:${maker.accountId}`;
    await writeGrant(tx, account, { ...grant, reason: maker.reason }, { grantedBy, approvalId });
  },
  async resultHref(approvalId) {
    const [made] = await query<{ id: number }>(
      "approvals.grant_made",
      "SELECT id FROM role_assignment WHERE approval_id = $1",
      [approvalId],
    );
    return made ? `/admin/access/${made.id}` : null;
  },
});

async function describe(asked: Payload): Promise<Description> {
  const [account] = await query<{ name: string; email: string; closed: boolean; roles: string[] }>(
    "approvals.grantee",
    `SELECT a.display_name AS name, a.email::text, a.status = 'DISABLED' AS closed,
            ARRAY(SELECT DISTINCT r.role FROM role_assignment r
                   WHERE r.account_id = a.id AND r.valid_from <= $2::date
                     AND (r.valid_to IS NULL OR r.valid_to > $2::date) ORDER BY 1) AS roles
       FROM account a WHERE a.id = $1`,
    [asked.accountId, campusToday()],
  );
  const held = account?.roles ?? [];
  const roles = (names: string[]): FactValue => ({
    list: names.map((name) => (isRole(name) ? { message: `roles.${name}` } : { text: name })),
  });
  return {
    facts: [
      { label: "account", value: { text: account?.name ?? "" } },
      { label: "email", value: { text: account?.email ?? "" } },
      ...(account?.closed ? [{ label: "accountState", value: { message: "access.states.disabled" } }] : []),
      { label: "role", value: { message: `roles.${asked.role}` } },
      { label: "rights", value: { message: `approvals.effects.${asked.role}` } },
      { label: "authority", value: { message: `access.levels.${asked.authorityLevel ?? "none"}` } },
      { label: "from", value: { day: asked.validFrom } },
      { label: "lastDay", value: asked.lastDay ? { day: asked.lastDay } : { message: "access.openEnd" } },
    ],
    changes: [
      {
        label: "roles",
        before: held.length > 0 ? roles(held) : null,
        after: roles([...held.filter((name) => name !== asked.role), asked.role]),
      },
    ],
  };
}

/**
 * Asks that somebody becomes administrator or operator; another administrator must confirm.
 * @throws AppError as requestApproval and grantRole
 */
export function requestRoleGrant(actor: AccountActor, input: GrantRoleInput): Promise<{ id: number }> {
  return requestApproval(actor, grantRoleApproval, {
    reason: input.reason,
    payload: async (tx) => {
      const grant = { ...input, scopeKind: "ALL", scopeRef: null } as const;
      const { id } = await requireGrantable(tx, { by: actor.accountId, account: input.email }, grant);
      const { role, authorityLevel, validFrom, lastDay } = input;
      return { accountId: id, role: role as Payload["role"], authorityLevel, validFrom, lastDay };
    },
  });
}

/** Names of the others who could confirm today, for the form: without any, a request would only grow old. */
export async function listConfirmers(actor: AccountActor): Promise<string[]> {
  authorise(actor, grantRoleApproval.asks);
  const rows = await query<{ name: string }>(
    "approvals.confirmers",
    `SELECT DISTINCT a.display_name AS name FROM account a JOIN role_assignment r ON r.account_id = a.id
      WHERE a.status = 'ACTIVE' AND (a.emergency_until IS NULL OR a.emergency_until > now())
        AND a.id <> $1 AND r.role = ANY($2::text[]) AND r.scope_kind = 'ALL'
        AND r.valid_from <= $3::date AND (r.valid_to IS NULL OR r.valid_to > $3::date) ORDER BY 1 LIMIT 20`,
    [actor.accountId, rolesWith(grantRoleApproval.permission), campusToday()],
  );
  return rows.map(({ name }) => name);
}

/** The decision behind a grant, for its page; null where one person sufficed. Needs `access:read`. */
export async function findConfirmation(
  actor: AccountActor,
  assignmentId: number,
): Promise<{ approvalId: number; checker: string; href: string | null } | null> {
  authorise(actor, "access:read");
  const [found] = await query<{ approvalId: number; checker: string }>(
    "approvals.confirmation",
    `SELECT p.id AS "approvalId", c.display_name AS checker FROM role_assignment r
       JOIN approval p ON p.id = r.approval_id JOIN account c ON c.id = p.checker_id WHERE r.id = $1`,
    [assignmentId],
  );
  const seen = can(actor, "approvals:read") || can(actor, grantRoleApproval.permission);
  return found ? { ...found, href: seen ? `/approvals/${found.approvalId}` : null } : null;
}
