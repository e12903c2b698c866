import "server-only";
import type { DeliveryDto } from "@/lib/messages/schemas";
import { personScopeSql, reachOf } from "@/lib/people/access";
import { onlyIfSeen } from "@/lib/people/visible-fields";
import type { AccountActor } from "@/lib/platform/access/actor";
import type { DeliveryStatus } from "@/lib/platform/db/generated/enums";
import { type Page, toPage } from "@/lib/platform/db/paging";
import { query } from "@/lib/platform/db/pool";
import { getMerge } from "./merges";

type Row = DeliveryDto["name"] &
  Omit<DeliveryDto, "name" | "sentAt"> & { sentAt: Date | null; total: number };
type Filter = { status: readonly DeliveryStatus[]; page: number; size: number };

/**
 * What became of the message to each person whom the actor reaches, those with a problem first.
 * @throws AppError not_found `messages.merge_not_found`, forbidden
 */
export async function listDeliveries(
  actor: AccountActor,
  mergeId: number,
  { status, page, size }: Filter,
): Promise<Page<DeliveryDto>> {
  await getMerge(actor, mergeId);
  const reach = reachOf(actor);
  const values: unknown[] = [mergeId, status, size, (page - 1) * size];
  const rows = await query<Row>(
    `messages.deliveries ${reach.kind}`,
    `SELECT d.id, p.family_name AS "familyName", p.personal_name AS "personalName",
            p.khmer_family_name AS "khmerFamilyName", p.khmer_personal_name AS "khmerPersonalName",
            s.number_label AS number, d.address, d.status, d.problem, d.answer, d.sent_at AS "sentAt",
            count(*) OVER ()::int AS total
       FROM mail_delivery d
       JOIN person p ON p.id = d.person_id
       LEFT JOIN student s ON s.person_id = p.id
      WHERE d.merge_id = $1 AND (cardinality($2::text[]) = 0 OR d.status::text = ANY ($2))
        AND ${personScopeSql(reach, values)}
      ORDER BY array_position(ARRAY['FAILED', 'SKIPPED', 'QUEUED', 'SENT'], d.status::text), d.id
      LIMIT $3 OFFSET $4`,
    values,
  );
  return toPage(
    rows.map(({ familyName, personalName, khmerFamilyName, khmerPersonalName, total: _, ...row }) => ({
      ...row,
      name: { familyName, personalName, khmerFamilyName, khmerPersonalName },
      address: onlyIfSeen(actor, "emails", row.address),
      sentAt: row.sentAt?.toISOString() ?? null,
    })),
    rows[0]?.total ?? 0,
    page,
    size,
  );
}
