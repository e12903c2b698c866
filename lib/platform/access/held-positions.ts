import "server-only";
import type { HeldPosition } from "@/lib/platform/access/actor";
import type { Policy } from "@/lib/platform/access/policies";

/** What `heldPositionsSql` selects, as JSON. */
export type HeldPositionRow = {
  id: number;
  title: string;
  titleKm: string;
  level: number;
  overrides: Policy[];
  isActing: boolean;
  delegatedBy: string | null;
};

/**
 * The positions whose authority is a person's on a day, as a subquery that gives a JSON array, the highest first. While
 * a delegation lasts the authority is wholly the delegate's (domain.md 2.1 PositionAssignment). Both ends of days are
 * half open. One definition, for the actor of a request and for "effective rights".
 * @param person,day SQL expressions
 */
export function heldPositionsSql(person: string, day: string): string {
  return `(SELECT coalesce(json_agg(json_build_object('id', pa.id, 'title', po.title, 'titleKm', po.title_km,
              'level', po.authority_level, 'overrides', po.overrides, 'isActing', pa.is_acting,
              'delegatedBy', CASE WHEN pa.person_id <> ${person} THEN ph.family_name || ' ' || ph.personal_name END)
              ORDER BY po.authority_level, pa.id), '[]'::json)
     FROM position_assignment pa
     JOIN position po ON po.id = pa.position_id AND po.is_active
     JOIN person ph ON ph.id = pa.person_id
    WHERE (pa.person_id = ${person} OR pa.delegate_id = ${person})
      AND pa.valid_from <= ${day} AND (pa.valid_to IS NULL OR pa.valid_to > ${day})
      AND ${person} = CASE WHEN pa.delegated_from <= ${day} AND pa.delegated_to > ${day}
                           THEN pa.delegate_id ELSE pa.person_id END)`;
}

/** One of these rows as an actor carries it. */
export function toHeldPosition({ id, title, titleKm, ...rest }: HeldPositionRow): HeldPosition {
  return { assignmentId: id, title: { en: title, km: titleKm }, ...rest };
}
