import "server-only";
import { reachOf, scopeSql } from "@/lib/people/access";
import { type Actor, authorise } from "@/lib/platform/access/actor";
import { campusToday } from "@/lib/platform/dates/campus";
import { query } from "@/lib/platform/db/pool";
import { writeTx } from "@/lib/platform/db/transaction";
import { AppError, isAppError } from "@/lib/platform/errors";
import { currentContext, withContext } from "@/lib/platform/observability/context";
import {
  BULK_MAX,
  type BulkResult,
  type BulkRow,
  type CartItemResult,
  type EnrolManyInput,
} from "../schemas";
import { enrolInTx } from "./enrol-student";

type Found = {
  typed: string;
  id: number;
  number: number;
  familyName: string;
  personalName: string;
  khmerFamilyName: string | null;
  khmerPersonalName: string | null;
};

/** What somebody pasted, in its order: numbers with or without leading zeros, or older numbers with letters. */
export function splitNumbers(text: string): string[] {
  return text.split(/[\s,;]+/).filter((each) => each !== "");
}

async function findByNumbers(actor: Actor, typed: string[]): Promise<Map<string, Found>> {
  const reach = reachOf(actor);
  const values: unknown[] = [typed];
  const rows = await query<Found>(
    `registration.by-numbers.${reach.kind}`,
    `SELECT w.typed, s.person_id AS id, s.number, p.family_name AS "familyName", p.personal_name AS "personalName",
            p.khmer_family_name AS "khmerFamilyName", p.khmer_personal_name AS "khmerPersonalName"
       FROM unnest($1::text[]) AS w(typed)
       JOIN LATERAL (
         SELECT person_id FROM student WHERE w.typed ~ '^[0-9]{1,9}$' AND number = w.typed::integer
         UNION
         SELECT student_id FROM student_alias WHERE alias = w.typed LIMIT 1
       ) hit ON true
       JOIN student s ON s.person_id = hit.person_id
       JOIN person p ON p.id = s.person_id
      WHERE ${scopeSql(reach, values)}`,
    values,
  );
  return new Map(rows.map((row) => [row.typed, row]));
}

function toRow(
  typed: string,
  found: Found | undefined,
  outcome: BulkRow["outcome"],
  item?: CartItemResult,
): BulkRow {
  return {
    typed,
    studentId: found?.id ?? null,
    number: found?.number ?? null,
    familyName: found?.familyName ?? null,
    personalName: found?.personalName ?? null,
    khmerFamilyName: found?.khmerFamilyName ?? null,
    khmerPersonalName: found?.khmerPersonalName ?? null,
    outcome,
    explained: item?.explained ?? null,
  };
}

/**
 * Enrols a list of students in one class; each line succeeds or says why not, and one that fails stops no other
 * (domain.md 5.2 bulk enrolment). Each student is a transaction of its own.
 *
 * @throws AppError `registration.too_many` above 200 numbers, `access.forbidden`
 */
export async function enrolManyCommand(actor: Actor, input: EnrolManyInput): Promise<BulkResult> {
  authorise(actor, "registration:enrol");
  const typed = splitNumbers(input.numbers);
  if (typed.length > BULK_MAX) {
    throw new AppError("invalid", "registration.too_many", {
      params: { count: typed.length, max: BULK_MAX },
      fields: { numbers: ["registration.too_many"] },
    });
  }
  const found = await findByNumbers(actor, [...new Set(typed)]);
  const today = campusToday();
  const seen = new Set<number>();
  const rows: BulkRow[] = [];
  // A repeated request answers "already" line by line: the request's one key must not be taken by the first line.
  const context = { ...currentContext(), idempotency: undefined };
  for (const each of typed) {
    const student = found.get(each);
    if (!student) rows.push(toRow(each, undefined, "unknown_number"));
    else if (seen.has(student.id)) rows.push(toRow(each, student, "repeated"));
    else {
      seen.add(student.id);
      rows.push(await withContext(context, () => enrolOne(actor, student, input.classId, today)));
    }
  }
  const enrolled = rows.filter((row) => row.outcome === "enrolled" || row.outcome === "accepted").length;
  return { rows, enrolled, refused: rows.length - enrolled };
}

async function enrolOne(actor: Actor, student: Found, classId: number, today: string): Promise<BulkRow> {
  try {
    const input = { studentId: student.id, items: [{ classId }] };
    const result = await writeTx(actor, {}, (tx) => enrolInTx(tx, actor, input, today));
    const item = result.items[0];
    return toRow(student.typed, student, item?.outcome ?? "failed", item);
  } catch (error) {
    // What concerns everybody (read-only mode, an unknown class) is not the fault of a line.
    if (!isAppError(error) || error.kind !== "conflict") throw error;
    return toRow(student.typed, student, "failed");
  }
}
