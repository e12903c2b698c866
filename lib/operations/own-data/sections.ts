/** One part of the file of somebody's own data: rows of a table that belong to the person. */
export type Section = {
  /** Its title is the message `ownData.sections.<name>`. */
  name: string;
  table: string;
  /** Columns that name the person, or the account of the person. */
  by: readonly string[];
  ofAccount?: true;
  /** What names somebody else, or says nothing to the person. */
  omit?: readonly string[];
  /** Left out of a file that staff asked for: what they may not see of a person (visible-fields.ts). */
  ownOnly?: true;
  orderBy?: string;
};

/** Left out of every section: keys, what others did, what only machines read. */
export const OMITTED = [
  "id",
  "version",
  "person_id",
  "student_id",
  "teacher_id",
  "account_id",
  "subject_id",
  "related_id",
  "delegate_id",
  "search_key",
  "actor",
  "verified_by",
  "uploaded_by",
  "rejected_by",
  "requested_by",
  "decided_by",
  "enrolled_by",
  "granted_by",
  "khmer_name_checked_by",
  "checker_id",
  "maker_id",
  "approval_id",
  "scale_id",
  "merge_id",
  "job_run_id",
  "file_id",
  "thumb_file_id",
  "proof_ids",
  "request_id",
  "digits",
  "row_key",
  "enrolment_id",
  "delivery_id",
  "room_id",
  "slot_id",
  "planned_teacher_id",
  "planned_room_id",
  "makes_up_for_id",
  "advisor_id",
  "current_programme_id",
  "position_assignment_id",
  "updated_at",
  "sha256",
  "public_id",
  "number_label",
] as const;

/** Columns that point elsewhere, and the words that stand there; the alias `t` is the row. */
export const WORDS_OF: Record<string, string> = {
  class_id: `(SELECT co.code || ' ' || c.section || ', ' || te.code FROM class c JOIN course co ON co.id = c.course_id
               JOIN term te ON te.id = c.term_id WHERE c.id = (t.row ->> 'class_id')::int)`,
  course_id: `(SELECT code || ' ' || title FROM course WHERE id = (t.row ->> 'course_id')::int)`,
  term_id: `(SELECT code FROM term WHERE id = (t.row ->> 'term_id')::int)`,
  programme_id: `(SELECT code || ' ' || name FROM programme WHERE id = (t.row ->> 'programme_id')::int)`,
  source_programme_id: `(SELECT code || ' ' || name FROM programme WHERE id = (t.row ->> 'source_programme_id')::int)`,
  target_programme_id: `(SELECT code || ' ' || name FROM programme WHERE id = (t.row ->> 'target_programme_id')::int)`,
  department_id: `(SELECT name FROM department WHERE id = (t.row ->> 'department_id')::int)`,
  group_id: `(SELECT coalesce(final_title, title) FROM senior_project_group WHERE id = (t.row ->> 'group_id')::int)`,
  position_id: `(SELECT title FROM position WHERE id = (t.row ->> 'position_id')::int)`,
};

const person = (name: string, table: string, more: Partial<Section> = {}): Section => ({
  name,
  table,
  by: ["person_id"],
  ...more,
});
const student = (name: string, table: string, more: Partial<Section> = {}): Section =>
  person(name, table, { by: ["student_id"], ...more });

/** Everything that is held about a person, in the order in which it is read. */
export const SECTIONS: readonly Section[] = [
  person("person", "person", { by: ["id"], omit: ["public_id"] }),
  person("student", "student"),
  student("numbers", "student_alias"),
  student("statusChanges", "student_status_change", { orderBy: "effective_on" }),
  person("teacher", "teacher"),
  person("staff", "staff"),
  person("phones", "phone"),
  person("contacts", "emergency_contact"),
  person("addresses", "person_address"),
  person("papers", "identity_paper"),
  person("schooling", "prior_schooling"),
  person("employment", "employment"),
  // That there is somebody, not who: the other person's data are theirs.
  person("relations", "person_relation", { by: ["person_id", "related_id"], omit: ["note"] }),
  person("monkPeriods", "monk_period"),
  person("photos", "person_photo", { omit: ["sha256"], orderBy: "taken_at" }),
  person("positions", "position_assignment", { by: ["person_id", "delegate_id"] }),
  person("qualifications", "teaching_qualification", { by: ["teacher_id"] }),
  person("teaching", "slot", { by: ["teacher_id"], omit: ["live"] }),
  person("meetings", "meeting", { by: ["teacher_id", "planned_teacher_id"], orderBy: "on_date" }),
  person("wishes", "teacher_wish", { by: ["teacher_id"] }),
  person("advisedProjects", "senior_project_group", { by: ["advisor_id"], orderBy: "proposed_on" }),
  student("programmes", "programme_enrolment", { orderBy: "start_date" }),
  student("declarations", "major_declaration", { orderBy: "declared_on" }),
  student("cycleChanges", "cycle_change", { orderBy: "detected_on" }),
  student("leaves", "leave_of_absence", { orderBy: "starts_on" }),
  student("results", "course_result", { orderBy: "recorded_at" }),
  student("enrolments", "enrolment", { orderBy: "enrolled_at" }),
  student("seniorProjects", "senior_project_member", { orderBy: "joined_on" }),
  student("enrolmentEvents", "enrolment_event", { orderBy: "at" }),
  person("changeRequests", "data_change_request", { orderBy: "created_at" }),
  person("decisions", "approval", {
    by: ["subject_id"],
    omit: ["payload", "subject_label", "subject_key", "permission", "authority_level"],
    orderBy: "created_at",
  }),
  person("overrides", "rule_override", {
    by: ["subject_id"],
    omit: ["explained", "authority_level", "target_table", "target_key"],
    orderBy: "at",
  }),
  person("messages", "mail_delivery", { omit: ["attempts", "answer"], orderBy: "started_at" }),
  person("ownDataFiles", "own_data_file", { orderBy: "created_at" }),
  person("account", "account", { ownOnly: true, omit: ["password_hash", "subject"] }),
  person("roles", "role_assignment", { ownOnly: true, orderBy: "valid_from" }),
  person("sessions", "account_session", {
    by: ["account_id"],
    ofAccount: true,
    ownOnly: true,
    omit: ["id_token", "provider_session"],
    orderBy: "created_at",
  }),
  person("signIns", "sign_in_event", { by: ["account_id"], ofAccount: true, ownOnly: true, orderBy: "at" }),
  person("calendarFeeds", "calendar_feed", { ownOnly: true, omit: ["token_hash"], orderBy: "created_at" }),
  person("views", "saved_view", { by: ["account_id"], ofAccount: true, ownOnly: true }),
  // Who opened the record: when, what, in which role, not who by name.
  person("accesses", "record_access", {
    by: ["subject_id"],
    ownOnly: true,
    omit: ["ip", "target"],
    orderBy: "at",
  }),
];

/** Tables that name a person or an account and stay out of the file, each with its reason. */
export const LEFT_OUT: Record<string, string> = {
  person_search_token: "the words of the names, cut apart for the search; the names are in the file",
  registration_state: "a counter that keeps two registrations apart",
  duplicate_candidate: "names somebody else: a guess that two records may be one person",
  idempotency_key: "answers to repeated clicks, removed after a day",
  job_run: "work in the background that an account started; not about the person",
  stored_file: "files of the work; those about the person are in the archive",
  import_mapping: "which columns a list had; not about the person",
  change_set: "bulk changes that an account made; their effects on the person are in the history",
  delivery:
    "what a class needs and whom it would like as a teacher; the lessons that come of it are in the file",
  proposal_item: "what a program proposed for a timetable; the lessons that come of it are in the file",
  mail_merge: "letters that an account sent to others; what the person got is in the file",
};
