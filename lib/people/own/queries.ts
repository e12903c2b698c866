import "server-only";
import type { RecordRef } from "@/lib/people/record-ref";
import type { ContactRow, PhoneRow } from "@/lib/people/schemas";
import { type AccountActor, authorise } from "@/lib/platform/access/actor";
import { query } from "@/lib/platform/db/pool";

/** What a person sees of the own record beside the details (getPersonDetails); days are YYYY-MM-DD. */
export type OwnProfile = {
  personId: number;
  version: number;
  familyName: string;
  personalName: string;
  dateOfBirth: string | null;
  birthProvince: string | null;
  citizenship: string;
  schoolEmail: string | null;
  personalEmail: string | null;
  /** Under which number own telephone numbers and contacts are changed; null for a person without a profile. */
  record: RecordRef | null;
  /** The number as it is shown. */
  label: string | null;
  phones: PhoneRow[];
  contacts: ContactRow[];
};
type Row = Omit<OwnProfile, "record" | "label"> & {
  student: number | null;
  studentLabel: string | null;
  teacher: number | null;
  staff: number | null;
};

/** The own record of the person behind the account; null when the account belongs to nobody. @throws AppError forbidden */
export async function findOwnProfile(actor: AccountActor): Promise<OwnProfile | null> {
  authorise(actor, "people:edit_own");
  if (actor.personId === null) return null;
  const [row] = await query<{ profile: Row }>(
    "people.own-profile",
    `SELECT json_build_object(
       'personId', p.id, 'version', p.version, 'familyName', p.family_name, 'personalName', p.personal_name,
       'dateOfBirth', p.date_of_birth, 'birthProvince', p.birth_province, 'citizenship', p.citizenship,
       'schoolEmail', p.school_email, 'personalEmail', p.personal_email,
       'student', s.number, 'studentLabel', s.number_label, 'teacher', t.number, 'staff', f.number,
       'phones', ARRAY(
         SELECT json_build_object('id', id, 'version', version, 'phone', number, 'comment', comment,
                                  'isPreferred', is_preferred, 'isTelegram', is_telegram)
           FROM phone WHERE person_id = p.id ORDER BY is_preferred DESC, id),
       'contacts', ARRAY(
         SELECT json_build_object('id', id, 'version', version, 'name', name, 'relationship', relationship,
                                  'primaryPhone', primary_phone, 'secondaryPhone', secondary_phone, 'email', email,
                                  'address', address, 'isLegalGuardian', is_legal_guardian,
                                  'isEmergency', is_emergency, 'isGeneral', is_general)
           FROM emergency_contact WHERE person_id = p.id ORDER BY is_emergency DESC, id)) AS profile
       FROM person p
       LEFT JOIN student s ON s.person_id = p.id LEFT JOIN teacher t ON t.person_id = p.id
       LEFT JOIN staff f ON f.person_id = p.id
      WHERE p.id = $1::integer`,
    [actor.personId],
  );
  if (!row) return null;
  const { student, studentLabel, teacher, staff, ...profile } = row.profile;
  const record: RecordRef | null =
    student !== null
      ? { number: student }
      : teacher !== null
        ? { of: "teacher", number: teacher }
        : staff !== null
          ? { of: "staff", number: staff }
          : null;
  return { ...profile, record, label: studentLabel ?? (record && String(record.number)) };
}
