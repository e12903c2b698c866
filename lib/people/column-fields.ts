import type { Actor } from "@/lib/platform/access/actor";
import type { ColumnSight } from "@/lib/platform/audit/sight";
import { type PersonField, sees } from "./visible-fields";

/** A column that says nothing of the person by itself: keys, versions, times of writing. */
const OPEN = "open";
type Sight = PersonField | typeof OPEN;

const keys = { id: OPEN, person_id: OPEN, version: OPEN, forgotten: OPEN } as const;

/** Why a status is what it is. */
const WHY: Sight = "status_reason";

/** A whole table that belongs to one group of fields. */
const all = (field: PersonField): Record<string, Sight> => ({ ...keys, "*": field });

/**
 * The columns of the tables about people by the group of fields that they belong to (visible-fields.ts): what an entry
 * of the audit, a history or the preview of a bulk change may show of them. A column that is not named is shown to
 * nobody but the system; a test compares this with the schema.
 */
export const COLUMN_FIELDS: Record<string, Record<string, Sight>> = {
  person: {
    ...keys,
    public_id: OPEN,
    created_at: OPEN,
    family_name: "name",
    personal_name: "name",
    khmer_family_name: "name",
    khmer_personal_name: "name",
    khmer_name_source: "name",
    khmer_name_confidence: "name",
    khmer_name_verified_at: "name",
    khmer_name_checked_at: "name",
    khmer_name_checked_by: "name",
    use_legal_name: "legal_name",
    legal_family_name: "legal_name",
    legal_personal_name: "legal_name",
    legal_khmer_name: "legal_name",
    legal_gender: "legal_name",
    marital_status: "identity",
    gender: "gender",
    date_of_birth: "birth",
    birth_province: "birth",
    citizenship: "identity",
    school_email: "school_email",
    personal_email: "emails",
  },
  student: {
    ...keys,
    number: "number",
    number_label: "number",
    status: "status",
    status_since: "status",
    status_reason: WHY,
    study_time: "programme",
    is_monk: "monk",
    is_transfer: "admission",
    admitted_on: "admission",
  },
  student_alias: { ...all("number"), student_id: OPEN },
  student_status_change: {
    ...keys,
    student_id: OPEN,
    created_at: OPEN,
    actor: OPEN,
    from_status: "status",
    to_status: "status",
    effective_on: "status",
    reason: WHY,
  },
  teacher: {
    ...keys,
    number: "number",
    terminal_degree: "positions",
    status: "status",
    start_date: "admission",
    end_date: "admission",
    department_code: "programme",
  },
  staff: {
    ...keys,
    number: "number",
    job_title: "programme",
    status: "status",
    start_date: "admission",
    end_date: "admission",
    department_code: "programme",
  },
  phone: all("phones"),
  emergency_contact: all("contacts"),
  person_address: all("address"),
  identity_paper: all("papers"),
  prior_schooling: all("schooling"),
  employment: all("employment"),
  person_relation: all("family"),
  monk_period: all("monk"),
  person_photo: all("photo"),
  own_data_file: all("requests"),
  position_assignment: all("positions"),
  teaching_qualification: { ...all("positions"), teacher_id: OPEN },
  duplicate_candidate: all("duplicates"),
  data_change_request: all("requests"),
  account: {
    ...keys,
    email: "account",
    display_name: "account",
    password_hash: "account",
    subject: "account",
    status: "account",
    emergency_until: "account",
    persona: "account",
    locale: "account",
    digits: "account",
    theme: "account",
    density: "account",
    created_at: OPEN,
  },
};

/** The group of fields that a column belongs to; null for one of a table that is not about people. */
function fieldOf(table: string, column: string): Sight | "nobody" | null {
  const columns = COLUMN_FIELDS[table];
  if (!columns) return null;
  return columns[column] ?? columns["*"] ?? "nobody";
}

/**
 * Which columns of audit entries the actor sees, whoever the entry is about. Tables that are not about people (classes,
 * settings) are shown to whoever may read the entry at all.
 */
export function columnSight(actor: Actor): ColumnSight {
  return ({ table, subjectId }, column) => {
    const field = fieldOf(table, column);
    if (field === null || field === OPEN || actor.kind === "system") return true;
    if (field === "nobody") return false;
    return sees(actor, field, { own: subjectId !== null && subjectId === actor.personId });
  };
}
