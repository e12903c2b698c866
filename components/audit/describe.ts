import type { ReferenceColumn, ReferenceLabels } from "@/lib/classes/queries/reference-labels";
import { BIRTH_PROVINCES } from "@/lib/people/rules";
import type { AuditEntry } from "@/lib/platform/audit/queries";
import { isDay, type Weekday } from "@/lib/platform/dates/day";
import type { LooseTranslator } from "@/lib/platform/i18n/explain-text";
import type { Formatter } from "@/lib/platform/i18n/formatter";
import { tellReason } from "@/lib/platform/i18n/stored-reason";

/** One column of an entry as people read it; null where there was or is nothing. */
export type Change = { column: string; label: string; old: string | null; new: string | null };

/** What turns columns and codes into words. */
export type Words = {
  /** Namespace "history". */
  history: LooseTranslator;
  reasons: LooseTranslator;
  people: LooseTranslator;
  studies: LooseTranslator;
  registration: LooseTranslator;
  approvals: LooseTranslator;
  duplicates: LooseTranslator;
  changeRequests: LooseTranslator;
  colleagues: LooseTranslator;
  /** Namespace "personDetails". */
  details: LooseTranslator;
  classes: LooseTranslator;
  classEdit: LooseTranslator;
  projects: LooseTranslator;
  format: Formatter;
  references: ReferenceLabels;
};

/** Columns that say nothing to a reader: keys of the record itself, counters, what is derived. */
const SILENT = new Set([
  "id",
  "version",
  "public_id",
  "created_at",
  "updated_at",
  "person_id",
  "student_id",
  "digits",
  // Told by the page of the pair or request itself.
  "left_id",
  "right_id",
  "reasons",
  "changes",
  "proof_ids",
  "requested_by",
  "decided_by",
  // Told by the page of the group, the session or the class itself.
  "group_id",
  "session_id",
  "delivery_id",
  "slot_id",
  "makes_up_for_id",
  "seat_pool_id",
]);

/** Of these tables the student is what an entry is about, and not whose record shows it. */
const TELLS_STUDENT = new Set(["senior_project_member"]);

/** Columns that hold a reason: the system's, or somebody's own words. */
const REASONS = new Set(["reason", "status_reason", "end_reason", "cancel_reason"]);

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** Codes of a person's details: table and column, and their group in the messages. */
const DETAIL_CODES: Record<string, string> = {
  "person.marital_status": "maritalStatus",
  "person.legal_gender": "gender",
  "person_address.kind": "addressKind",
  "identity_paper.kind": "paperKind",
  "prior_schooling.level": "schoolLevel",
  "person_relation.kind": "relationRole",
};

/** Codes of classes and what belongs to them: table and column, their namespace and group in the messages. */
const CLASS_CODES: Record<string, ["classes" | "classEdit" | "projects", string]> = {
  "class.status": ["classes", "status"],
  "class.time_of_day": ["classes", "timeOfDay"],
  "class.class_type": ["classes", "classType"],
  "class_part.part_type": ["classEdit", "partTypes"],
  "delivery.room_need": ["classEdit", "rooms"],
  "meeting.kind": ["classes", "meetingKinds"],
  "reading_class.status": ["classEdit", "reading.statuses"],
  "reading_class.locked_tier": ["classEdit", "reading.tiers"],
  "senior_project_group.status": ["projects", "statuses"],
};

/** Groups of codes of a pair, in the namespace "duplicates". */
const PAIR_CODES: Record<string, string> = { status: "statuses", risk: "risks", source: "sources" };

/** Namespace and prefix of a column's codes, by table where the same column means different things. */
function codeKey(table: string, column: string, code: string): [keyof Words, string] | null {
  if (column === "gender") return ["people", `gender.${code}`];
  if (column === "study_time") return ["people", `studyTimes.${code}`];
  if (column === "relationship") return ["people", `relationship.${code}`];
  if (column === "khmer_name_source") return ["people", `nameSource.${code}`];
  if (column === "from_status" || column === "to_status") return ["people", `status.${code}`];
  if (column === "terminal_degree" || column === "minimum_degree") return ["colleagues", `degrees.${code}`];
  if (table === "teaching_qualification" && column === "levels")
    return ["colleagues", `qualifications.levelNames.${code}`];
  if (column === "exit_reason") return ["studies", `exitReasons.${code}`];
  const ofClass = CLASS_CODES[`${table}.${column}`];
  if (ofClass) return [ofClass[0], `${ofClass[1]}.${code}`];
  const detail = DETAIL_CODES[`${table}.${column}`];
  if (detail) return ["details", `${detail}.${code}`];
  const pair = table === "duplicate_candidate" && PAIR_CODES[column];
  if (pair) return ["duplicates", `${pair}.${code}`];
  if (table === "data_change_request" && column === "topic") return ["changeRequests", `topics.${code}`];
  if (column !== "status") return null;
  if (table === "teacher" || table === "staff") return ["colleagues", `states.${code}`];
  if (table === "data_change_request") return ["changeRequests", `statuses.${code}`];
  if (table === "student") return ["people", `status.${code}`];
  if (table === "programme_enrolment") return ["studies", `status.${code}`];
  if (table === "approval") return ["approvals", `statuses.${code}`];
  return table === "enrolment" ? ["registration", `status.${code}`] : null;
}

const isWeekday = (value: number): value is Weekday => Number.isInteger(value) && value >= 1 && value <= 7;

function valueText(entry: AuditEntry, column: string, value: unknown, words: Words): string | null {
  if (value === null || value === undefined || value === "") return null;
  const { format, people, references } = words;
  if (typeof value === "boolean") return people(`yesNo.${value}`);
  if (typeof value === "number") {
    if (column === "start_min" || column === "end_min") return format.time(value);
    if (column === "weekday" && isWeekday(value)) return format.weekday(value, "long");
    return references.get(`${column}:${value}`) ?? String(value);
  }
  if (typeof value !== "string") return JSON.stringify(value);
  if (REASONS.has(column)) return tellReason(words.reasons, value);
  if (isDay(value)) return format.date(value);
  if (INSTANT.test(value)) return format.dateTime(value);
  // The file itself stands with the paper; its key says nothing.
  if (column === "file_id") return words.details("openScan");
  if (column === "birth_province" || column === "province") {
    const province = BIRTH_PROVINCES.find((each) => each.code === value);
    return province ? province[format.locale] : value;
  }
  const coded = codeKey(entry.table, column, value);
  const translate = coded && (words[coded[0]] as LooseTranslator);
  return coded && translate?.has(coded[1]) ? translate(coded[1]) : value;
}

/**
 * The columns that an entry changed, with both values in words. Of a row that was added or removed only what was set.
 * @param technical also keys and counters, for auditors
 */
export function describeChanges(entry: AuditEntry, words: Words, technical: boolean): Change[] {
  const columns = new Set([...Object.keys(entry.old ?? {}), ...Object.keys(entry.new ?? {})]);
  return (
    [...columns]
      .filter(
        (column) =>
          technical || !SILENT.has(column) || (column === "student_id" && TELLS_STUDENT.has(entry.table)),
      )
      // A row begins with many a "no"; only what was said is news.
      .filter((column) => technical || entry.operation === "UPDATE" || entry.new?.[column] !== false)
      .map((column) => ({
        column,
        label: words.history.has(`fields.${column}`) ? words.history(`fields.${column}`) : column,
        old: valueText(entry, column, entry.old?.[column], words),
        new: valueText(entry, column, entry.new?.[column], words),
      }))
      .filter((change) => change.old !== null || change.new !== null)
  );
}

/** Ids in these entries whose words must be looked up, by column. */
export function referencedIds(entries: readonly AuditEntry[]): Partial<Record<ReferenceColumn, number[]>> {
  const found: Partial<Record<string, Set<number>>> = {};
  for (const values of entries.flatMap((entry) => [entry.old, entry.new])) {
    for (const [column, value] of Object.entries(values ?? {})) {
      if (!/_(?:id|by)$/.test(column) || typeof value !== "number") continue;
      found[column] ??= new Set();
      found[column].add(value);
    }
  }
  return Object.fromEntries(Object.entries(found).map(([column, ids]) => [column, [...(ids ?? [])]]));
}

/** Who did it: a name, or the part of the system. */
export function whoText(entry: Pick<AuditEntry, "by">, history: LooseTranslator): string {
  return entry.by.startsWith("system:")
    ? history("system", { name: entry.by.slice("system:".length) })
    : entry.by;
}

/** What the entry is about in words: the name of the table or of the event. */
export function tableText(table: string, history: LooseTranslator): string {
  const event = `events.${table.split(".").at(-1)}`;
  return [`tables.${table}`, event].flatMap((key) => (history.has(key) ? history(key) : []))[0] ?? table;
}
