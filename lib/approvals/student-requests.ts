import "server-only";
import { reachOf, scopeSql } from "@/lib/people/access";
import { type AccountActor, authoriseAny, can } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";

/** A request about a student's studies that nobody has decided yet; the instant is ISO. */
export type StudentRequest = {
  id: number;
  kind: "studies.change-major" | "studies.grant-leave";
  reason: string;
  makerName: string;
  expiresAt: string;
  /** Where it is decided or taken back; null for a reader who may see only that it waits. */
  href: string | null;
  payload: {
    programme?: { en: string; km: string };
    kind?: string;
    startsOn?: string;
    returnsOn?: string;
  };
};

/**
 * What waits for a decision about a student's studies, through the actor's scope.
 * @throws AppError forbidden without studies:read or studies:read_own
 */
export async function listStudentRequests(actor: AccountActor, studentId: number): Promise<StudentRequest[]> {
  authoriseAny(actor, "studies:read", "studies:read_own");
  const reach = reachOf(actor);
  const values: unknown[] = [studentId];
  const rows = await query<Omit<StudentRequest, "href"> & { makerId: number }>(
    `approvals.of-student ${reach.kind}`,
    `SELECT p.id, p.kind, p.reason, p.payload, p.maker_id AS "makerId", m.display_name AS "makerName",
            to_char(p.expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS "expiresAt"
       FROM approval p JOIN account m ON m.id = p.maker_id JOIN student s ON s.person_id = p.subject_id
      WHERE p.subject_id = $1 AND p.status = 'PENDING' AND p.expires_at > now()
        AND p.kind IN ('studies.change-major', 'studies.grant-leave') AND ${scopeSql(reach, values)}
      ORDER BY p.id`,
    values,
  );
  const mayOpen = can(actor, "studies:approve") || can(actor, "approvals:read");
  return rows.map(({ makerId, ...row }) => ({
    ...row,
    href: mayOpen || makerId === actor.accountId ? `/approvals/${row.id}` : null,
  }));
}
