import "server-only";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import type { AuthorityFacts } from "@/lib/platform/access/authority";
import { type HeldPositionRow, heldPositionsSql, toHeldPosition } from "@/lib/platform/access/held-positions";
import { campusToday } from "@/lib/platform/dates/campus";
import { query } from "@/lib/platform/db/pool";

/**
 * The authority of an account today, in whichever of its roles: the best level granted with a role, and the positions of
 * its person. Needs `access:read`.
 */
export async function getAccountAuthority(actor: Actor, accountId: number): Promise<AuthorityFacts> {
  authorise(actor, "access:read");
  const [row] = await query<{ level: number | null; positions: HeldPositionRow[] }>(
    "access.account-authority",
    `SELECT (SELECT min(r.authority_level) FROM role_assignment r
              WHERE r.account_id = a.id AND r.valid_from <= $2::date AND (r.valid_to IS NULL OR r.valid_to > $2::date)
            ) AS level, ${heldPositionsSql("a.person_id", "$2::date")} AS positions
       FROM account a WHERE a.id = $1 AND a.status = 'ACTIVE'`,
    [accountId, campusToday()],
  );
  return { roleLevel: row?.level ?? null, positions: (row?.positions ?? []).map(toHeldPosition) };
}
