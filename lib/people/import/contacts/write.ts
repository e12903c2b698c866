import "server-only";
import type { Tx } from "@/lib/platform/db/transaction";
import type { ContactDraft } from "./run";

/** A student as the rows of a list of contacts are compared with. */
export type Reached = {
  personId: number;
  number: number;
  schoolEmail: string | null;
  personalEmail: string | null;
  /** Digits of the telephone numbers. */
  phones: string[];
};

type Row = { draft: ContactDraft; student: Reached };

/** The students of numbers, locked for the changes that follow. */
export async function contactsOnFile(tx: Tx, numbers: number[]): Promise<Map<number, Reached>> {
  if (numbers.length === 0) return new Map();
  const rows = await tx.$queryRaw<Reached[]>`
    SELECT p.id AS "personId", s.number, p.school_email::text AS "schoolEmail",
           p.personal_email::text AS "personalEmail",
           ARRAY(SELECT digits FROM phone WHERE phone.person_id = p.id)::text[] AS phones
      FROM student s JOIN person p ON p.id = s.person_id
     WHERE s.number = ANY (${numbers}::int[])
     ORDER BY p.id FOR NO KEY UPDATE OF p`;
  return new Map(rows.map((row) => [row.number, row]));
}

/** Whose the school addresses are that are on file. */
export async function emailsTaken(
  tx: Tx,
  emails: string[],
): Promise<Map<string, { personId: number; name: string }>> {
  if (emails.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ email: string; personId: number; name: string }[]>`
    SELECT lower(school_email::text) AS email, id AS "personId", family_name || ' ' || personal_name AS name
      FROM person WHERE school_email = ANY (${emails}::citext[])`;
  return new Map(rows.map(({ email, ...owner }) => [email, owner]));
}

/** Writes new addresses; an empty cell empties nothing. @returns who was changed */
export async function updateEmails(tx: Tx, rows: readonly Row[]): Promise<number[]> {
  const changed = new Map<number, { id: number; schoolEmail: string | null; personalEmail: string | null }>();
  for (const { draft, student } of rows) {
    const before = changed.get(student.personId) ?? student;
    const schoolEmail = draft.schoolEmail ?? before.schoolEmail;
    const personalEmail = draft.personalEmail ?? before.personalEmail;
    if (schoolEmail !== before.schoolEmail || personalEmail !== before.personalEmail)
      changed.set(student.personId, { id: student.personId, schoolEmail, personalEmail });
  }
  if (changed.size === 0) return [];
  await tx.$executeRaw`
    UPDATE person p SET school_email = g."schoolEmail", personal_email = g."personalEmail", version = p.version + 1,
           updated_at = now()
      FROM jsonb_to_recordset(${JSON.stringify([...changed.values()])}::jsonb)
             AS g(id int, "schoolEmail" citext, "personalEmail" citext)
     WHERE p.id = g.id`;
  return [...changed.keys()];
}

/**
 * Adds contacts, or changes the one of the same name: whom to call for accidents and absence.
 * @returns who got or has another one now
 */
export async function writeContacts(tx: Tx, rows: readonly Row[]): Promise<number[]> {
  const contacts = rows.flatMap(({ draft, student }) =>
    draft.contactName && draft.contactPhone
      ? [
          {
            personId: student.personId,
            name: draft.contactName,
            relationship: draft.relationship ?? null,
            phone: draft.contactPhone,
            email: draft.contactEmail ?? null,
          },
        ]
      : [],
  );
  if (contacts.length === 0) return [];
  // Of two rows about one contact the last one counts.
  const json = JSON.stringify([
    ...new Map(contacts.map((row) => [`${row.personId}/${row.name}`, row])).values(),
  ]);
  const changed = await tx.$queryRaw<{ id: number }[]>`
    UPDATE emergency_contact c
       SET primary_phone = g.phone, email = coalesce(g.email, c.email),
           relationship = coalesce(g.relationship, c.relationship), version = c.version + 1
      FROM jsonb_to_recordset(${json}::jsonb)
             AS g("personId" int, name text, relationship relationship, phone text, email citext)
     WHERE c.person_id = g."personId" AND lower(c.name) = lower(g.name)
       AND (c.primary_phone, c.email, c.relationship)
             IS DISTINCT FROM (g.phone, coalesce(g.email, c.email), coalesce(g.relationship, c.relationship))
    RETURNING c.person_id AS id`;
  const added = await tx.$queryRaw<{ id: number }[]>`
    INSERT INTO emergency_contact (person_id, name, relationship, primary_phone, email)
    SELECT g."personId", g.name, coalesce(g.relationship, 'OTHER'), g.phone, g.email
      FROM jsonb_to_recordset(${json}::jsonb)
             AS g("personId" int, name text, relationship relationship, phone text, email citext)
     WHERE NOT EXISTS (SELECT FROM emergency_contact c
                        WHERE c.person_id = g."personId" AND lower(c.name) = lower(g.name))
    RETURNING person_id AS id`;
  return [...changed, ...added].map((row) => row.id);
}
