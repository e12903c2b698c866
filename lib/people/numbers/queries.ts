import "server-only";
import { reachOf, scopeSql } from "@/lib/people/access";
import type { AliasRow, StatusMoveRow } from "@/lib/people/numbers/schemas";
import { type Actor, authorise, authoriseAny } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";
import { sees } from "../visible-fields";

/**
 * Older numbers and moves of the status of a student (newest first, at most 50), in one statement through the actor's
 * scope; why a status was changed, for those who may know. @throws AppError forbidden without people:read or people:read_own
 */
export async function getNumbersAndStatus(
  actor: Actor,
  studentId: number,
): Promise<{ aliases: AliasRow[]; moves: StatusMoveRow[] }> {
  authoriseAny(actor, "people:read", "people:read_own");
  const reach = reachOf(actor);
  const values: unknown[] = [studentId];
  const [row] = await query<{ aliases: AliasRow[]; moves: StatusMoveRow[] }>(
    `people.numbers ${reach.kind}`,
    `SELECT ARRAY(SELECT json_build_object('id', a.id, 'alias', a.alias, 'source', a.source)
                    FROM student_alias a WHERE a.student_id = s.person_id ORDER BY a.alias) AS aliases,
            ARRAY(SELECT json_build_object('id', m.id, 'from', m.from_status, 'to', m.to_status,
                           'effectiveOn', m.effective_on, 'reason', m.reason, 'by', c.display_name,
                           'at', to_char(m.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
                    FROM student_status_change m
                    LEFT JOIN account c ON c.id = substring(m.actor FROM '^account:([0-9]{1,9})$')::integer
                   WHERE m.student_id = s.person_id
                   ORDER BY m.effective_on DESC, m.id DESC LIMIT 50) AS moves
       FROM student s WHERE s.person_id = $1 AND ${scopeSql(reach, values)}`,
    values,
  );
  if (!row) return { aliases: [], moves: [] };
  if (sees(actor, "status_reason", { own: actor.personId === studentId })) return row;
  return { ...row, moves: row.moves.map((move) => ({ ...move, reason: null })) };
}

/** The number that the next student will get, if nobody else is quicker. @throws AppError forbidden without people:edit */
export async function findNumberToCome(actor: Actor): Promise<number> {
  authorise(actor, "people:edit");
  const [row] = await query<{ number: number }>(
    "people.number-to-come",
    "SELECT people_number_to_come() AS number",
  );
  if (!row) throw new Error("people_number_to_come returned nothing");
  return row.number;
}
