import { AppError, type ErrorKind } from "@/lib/platform/errors";
import { REASON_MIN } from "@/lib/platform/validation/limits";

type Mapped = { kind: ErrorKind; code: string; params?: Record<string, number>; field?: string };

/**
 * What a broken constraint means to a person. The one place where names of constraints become error codes
 * (architecture.md 5, rule 5); a constraint that is missing here is an internal error, on purpose.
 */
export const CONSTRAINT_ERRORS: Record<string, Mapped> = {
  naga_actor_required: { kind: "internal", code: "platform.actor_required" },
  person_school_email_key: { kind: "conflict", code: "people.school_email_taken", field: "schoolEmail" },
  student_number_key: { kind: "conflict", code: "people.number_taken", field: "number" },
  person_latin_name_letters: { kind: "invalid", code: "people.latin_name_letters" },
  person_province_of_foreigner: {
    kind: "invalid",
    code: "people.province_of_foreigner",
    field: "birthProvince",
  },
  phone_one_preferred: { kind: "conflict", code: "people.phone_preferred_twice", field: "isPreferred" },
  phone_once_a_person: { kind: "conflict", code: "people.phone_twice", field: "phone" },
  saved_view_account_id_list_name_key: { kind: "conflict", code: "views.name_taken", field: "name" },
  saved_view_one_default: { kind: "conflict", code: "views.default_twice" },
  saved_view_named: { kind: "invalid", code: "views.name_missing", field: "name" },
  message_template_name_key: { kind: "conflict", code: "messages.name_taken", field: "name" },
  message_template_says_something: { kind: "invalid", code: "messages.says_nothing", field: "bodyEn" },
  message_template_mail_has_subject: {
    kind: "invalid",
    code: "messages.subject_missing",
    field: "subjectEn",
  },
  emergency_contact_used: { kind: "invalid", code: "people.contact_use", field: "isEmergency" },
  emergency_contact_phones_differ: {
    kind: "invalid",
    code: "people.contact_phones_same",
    field: "secondaryPhone",
  },
  person_legal_name_complete: {
    kind: "invalid",
    code: "people.legal_name_incomplete",
    field: "legalFamilyName",
  },
  person_legal_name_letters: {
    kind: "invalid",
    code: "people.latin_name_letters",
    field: "legalFamilyName",
  },
  person_address_person_id_kind_key: {
    kind: "conflict",
    code: "people.address_kind_taken",
    field: "kind",
  },
  person_address_says_something: { kind: "invalid", code: "people.address_empty", field: "province" },
  person_citizenship_code: { kind: "invalid", code: "people.country_code", field: "citizenship" },
  prior_schooling_country: { kind: "invalid", code: "people.country_code", field: "country" },
  person_address_country: { kind: "invalid", code: "people.country_code", field: "country" },
  identity_paper_days: { kind: "invalid", code: "people.paper_days", field: "expiresOn" },
  identity_paper_country: { kind: "invalid", code: "people.country_code", field: "country" },
  identity_paper_of_one_person: { kind: "conflict", code: "people.paper_taken", field: "number" },
  identity_paper_once_a_person: { kind: "conflict", code: "people.paper_twice", field: "number" },
  identity_paper_scan_once: { kind: "conflict", code: "people.scan_taken", field: "fileId" },
  prior_schooling_years: { kind: "invalid", code: "people.years_in_order", field: "endedYear" },
  employment_days: { kind: "invalid", code: "people.days_in_order", field: "endedOn" },
  person_relation_of_two: { kind: "invalid", code: "people.relation_to_oneself", field: "otherId" },
  person_relation_once: { kind: "conflict", code: "people.relation_taken", field: "otherId" },
  person_relation_person_id_related_id_kind_key: {
    kind: "conflict",
    code: "people.relation_taken",
    field: "otherId",
  },
  monk_period_days: { kind: "invalid", code: "people.days_in_order", field: "leftOn" },
  monk_period_apart: { kind: "conflict", code: "people.monk_periods_overlap", field: "ordainedOn" },
  student_monk_by_period: { kind: "refused", code: "people.monk_by_period" },
  data_change_request_one_pending: { kind: "conflict", code: "people.change_asked_already" },
  data_change_request_decided_once: { kind: "conflict", code: "people.change_decided_already" },
  data_change_request_two_persons: { kind: "forbidden", code: "people.change_two_persons" },
  data_change_request_reason_of_refusal: {
    kind: "invalid",
    code: "validation.reason_too_short",
    params: { limit: REASON_MIN },
    field: "reason",
  },
  person_photo_person_id_sha256_key: { kind: "conflict", code: "people.photo_same" },
  person_photo_one_current: { kind: "conflict", code: "people.photo_stale" },
  teacher_wish_once: { kind: "conflict", code: "draft_timetable.wish_twice", field: "startMin" },
  teacher_wish_minutes_in_day: { kind: "invalid", code: "draft_timetable.wish_times", field: "endMin" },
  teacher_wish_weekday_in_week: { kind: "invalid", code: "draft_timetable.wish_times", field: "weekday" },
  proposal_item_whole_time: { kind: "invalid", code: "draft_timetable.item_whole" },
  student_alias_alias_key: { kind: "conflict", code: "people.alias_taken", field: "alias" },
  teacher_number_key: { kind: "conflict", code: "people.number_taken", field: "number" },
  programme_enrolment_student_id_programme_id_start_date_key: {
    kind: "conflict",
    code: "studies.already_in_programme",
    field: "programmeId",
  },
  programme_enrolment_one_active_a_cycle: {
    kind: "conflict",
    code: "studies.active_in_cycle",
    field: "programmeCode",
  },
  programme_enrolment_ends_after_start: {
    kind: "invalid",
    code: "studies.ends_before_start",
    field: "endDate",
  },
  programme_enrolment_catalogue_not_back: {
    kind: "refused",
    code: "studies.catalogue_not_back",
    field: "catalogueDate",
  },
  major_declaration_one_current: { kind: "conflict", code: "studies.declared_meanwhile" },
  major_declaration_academic: { kind: "invalid", code: "studies.major_is_academic", field: "programmeCode" },
  cycle_change_one_open: { kind: "conflict", code: "studies.cycle_change_open" },
  leave_ends_after_start: { kind: "invalid", code: "studies.leave_order", field: "returnsOn" },
  leave_returned_within: { kind: "invalid", code: "studies.leave_return_within", field: "returnedOn" },
  leave_no_overlap: { kind: "conflict", code: "studies.leave_overlap", field: "startsOn" },
  student_alias_once: { kind: "conflict", code: "people.alias_taken", field: "alias" },
  student_alias_is_number: { kind: "conflict", code: "people.alias_is_number", field: "alias" },
  student_alias_written: { kind: "invalid", code: "people.alias_letters", field: "alias" },
  student_number_is_alias: { kind: "conflict", code: "people.number_is_alias", field: "number" },
  account_email_key: { kind: "conflict", code: "access.email_taken", field: "email" },
  account_person_id_key: { kind: "conflict", code: "access.person_has_account", field: "personId" },
  role_assignment_second_person: { kind: "refused", code: "access.needs_second_person" },
  role_assignment_as_approved: { kind: "refused", code: "access.not_as_approved" },
  role_assignment_approval_once: { kind: "conflict", code: "access.approval_used" },
  role_assignment_not_to_oneself: { kind: "forbidden", code: "access.not_to_oneself" },
  role_assignment_not_by_oneself: { kind: "forbidden", code: "access.not_to_oneself" },
  role_assignment_last_admin: { kind: "refused", code: "access.last_admin" },
  approval_two_persons: { kind: "forbidden", code: "approvals.two_persons" },
  approval_waits_once: { kind: "conflict", code: "approvals.asked_already" },
  approval_decided_once: { kind: "conflict", code: "approvals.decided_already" },
  approval_in_time: { kind: "refused", code: "approvals.expired" },
  approval_reason_given: {
    kind: "invalid",
    code: "validation.reason_too_short",
    params: { limit: REASON_MIN },
    field: "reason",
  },
  approval_amount_positive: { kind: "invalid", code: "approvals.amount_negative" },
  account_last_admin: { kind: "refused", code: "access.last_admin" },
  role_assignment_once_a_day: { kind: "conflict", code: "access.already_held" },
  term_code_key: { kind: "conflict", code: "calendar.term_code_taken", field: "code" },
  term_code_written: { kind: "invalid", code: "calendar.term_code_letters", field: "code" },
  term_days_in_order: { kind: "invalid", code: "calendar.ends_before_it_begins", field: "endDate" },
  term_add_within: { kind: "invalid", code: "calendar.outside_term", field: "addDeadline" },
  term_drop_after_add: { kind: "invalid", code: "calendar.drop_before_add", field: "dropDeadline" },
  term_discount_before_end: { kind: "invalid", code: "calendar.after_term", field: "discountEndDate" },
  term_payment_before_end: { kind: "invalid", code: "calendar.after_term", field: "paymentDeadline" },
  term_registration_in_order: {
    kind: "invalid",
    code: "calendar.registration_order",
    field: "registrationClosesOn",
  },
  term_registration_opens_in_time: {
    kind: "invalid",
    code: "calendar.after_term",
    field: "registrationOpensOn",
  },
  term_cohorts_positive: { kind: "invalid", code: "calendar.cohort_number", field: "baCohortNumber" },
  holiday_days_in_order: { kind: "invalid", code: "calendar.ends_before_it_begins", field: "endDate" },
  holiday_named: { kind: "invalid", code: "calendar.holiday_name_missing", field: "name" },
  holiday_start_date_name_key: { kind: "conflict", code: "calendar.holiday_twice", field: "name" },
  grading_scale_one_at_a_time: { kind: "conflict", code: "curriculum.scale_days_taken", field: "validFrom" },
  grading_scale_days_in_order: { kind: "invalid", code: "curriculum.days_in_order", field: "validFrom" },
  scale_begins_at_zero: { kind: "invalid", code: "curriculum.scale_begins_at_zero" },
  scale_letters_in_order: { kind: "invalid", code: "curriculum.scale_letters_in_order" },
  scale_in_use: { kind: "refused", code: "curriculum.scale_in_use" },
  scale_grade_minimum_once: { kind: "invalid", code: "curriculum.scale_minimum_twice" },
  scale_grade_scale_id_letter_key: { kind: "invalid", code: "curriculum.scale_letter_twice" },
  part_template_set_one_at_a_time: {
    kind: "conflict",
    code: "curriculum.template_days_taken",
    field: "validFrom",
  },
  part_template_set_days_in_order: { kind: "invalid", code: "curriculum.days_in_order", field: "validFrom" },
  part_template_set_levels_in_order: {
    kind: "invalid",
    code: "curriculum.levels_in_order",
    field: "levelTo",
  },
  part_template_sessions_of_programme: { kind: "invalid", code: "curriculum.template_sessions" },
  part_template_weights_sum: { kind: "invalid", code: "curriculum.template_weights" },
  test_period_reset_within_term: { kind: "invalid", code: "classes.test_outside_term", field: "resetDate" },
  test_period_reset_once_for_all: { kind: "conflict", code: "classes.test_twice", field: "testType" },
  department_code_key: { kind: "conflict", code: "organization.department_code_taken", field: "code" },
  department_name_key: { kind: "conflict", code: "organization.department_name_taken", field: "name" },
  department_code_letters: { kind: "invalid", code: "organization.department_code_letters", field: "code" },
  position_title_once: { kind: "conflict", code: "organization.position_title_taken", field: "title" },
  position_no_cycle: { kind: "invalid", code: "organization.position_cycle", field: "reportsToId" },
  position_not_below_itself: { kind: "invalid", code: "organization.position_cycle", field: "reportsToId" },
  position_assignment_not_to_oneself: { kind: "forbidden", code: "positions.not_to_oneself" },
  position_assignment_once_a_day: { kind: "conflict", code: "positions.held_already", field: "validFrom" },
  position_assignment_one_primary: {
    kind: "conflict",
    code: "positions.primary_already",
    field: "isPrimary",
  },
  position_assignment_days_in_order: {
    kind: "invalid",
    code: "positions.ends_before_it_begins",
    field: "lastDay",
  },
  position_assignment_delegation_in_order: {
    kind: "invalid",
    code: "positions.ends_before_it_begins",
    field: "lastDay",
  },
  position_assignment_delegation_within: {
    kind: "invalid",
    code: "positions.delegation_within",
    field: "lastDay",
  },
  position_assignment_delegate_other: { kind: "invalid", code: "positions.delegate_other", field: "person" },
  teaching_qualification_teacher_id_department_id_key: {
    kind: "conflict",
    code: "people.qualified_already",
    field: "departmentId",
  },
  teaching_qualification_special_noted: {
    kind: "invalid",
    code: "people.special_note_needed",
    field: "specialNote",
  },
  teaching_qualification_days_in_order: {
    kind: "invalid",
    code: "people.ends_before_it_begins",
    field: "validTo",
  },
  teacher_days_in_order: { kind: "invalid", code: "people.ends_before_it_begins", field: "endDate" },
  staff_days_in_order: { kind: "invalid", code: "people.ends_before_it_begins", field: "endDate" },
  staff_number_key: { kind: "conflict", code: "people.number_taken", field: "number" },
  course_code_valid_from_key: { kind: "conflict", code: "curriculum.version_that_day", field: "validFrom" },
  course_code_letters: { kind: "invalid", code: "curriculum.course_code_letters", field: "code" },
  course_credits_known: { kind: "invalid", code: "curriculum.credits_known", field: "credits" },
  course_days_in_order: { kind: "invalid", code: "curriculum.days_in_order", field: "validTo" },
  course_level_of_programme: { kind: "invalid", code: "curriculum.level_of_programme", field: "level" },
  course_terms_in_order: { kind: "invalid", code: "curriculum.terms_in_order", field: "recommendedTerm" },
  course_one_version_a_day: { kind: "conflict", code: "curriculum.version_that_day", field: "validFrom" },
  course_requisite_days_in_order: { kind: "invalid", code: "curriculum.days_in_order", field: "validFrom" },
  course_requisite_letter_known: { kind: "invalid", code: "curriculum.letter_known" },
  course_requisite_not_itself: { kind: "invalid", code: "curriculum.requisite_itself" },
  course_requisite_once: { kind: "conflict", code: "curriculum.requisite_once" },
  course_requisite_group_of_one_kind: { kind: "conflict", code: "curriculum.requisite_group_kind" },
  course_requisite_no_cycle: { kind: "refused", code: "curriculum.requisite_cycle" },
  course_equivalence_days_in_order: { kind: "invalid", code: "curriculum.days_in_order", field: "lastDay" },
  course_equivalence_not_itself: { kind: "invalid", code: "curriculum.equivalence_itself", field: "code" },
  course_equivalence_once: { kind: "conflict", code: "curriculum.equivalence_once", field: "code" },
  course_equivalence_no_cycle: { kind: "refused", code: "curriculum.equivalence_cycle", field: "code" },
  textbook_isbn_key: { kind: "conflict", code: "curriculum.isbn_taken", field: "isbn" },
  textbook_isbn_holds: { kind: "invalid", code: "curriculum.isbn_wrong", field: "isbn" },
  textbook_titled: { kind: "invalid", code: "validation.required", field: "title" },
  textbook_year_known: { kind: "invalid", code: "curriculum.book_year", field: "year" },
  course_textbook_pkey: { kind: "conflict", code: "curriculum.textbook_there", field: "textbookId" },
  room_building_name_key: { kind: "conflict", code: "organization.room_name_taken", field: "name" },
  room_code_letters: { kind: "invalid", code: "organization.room_code_letters", field: "code" },
  room_capacity_range: { kind: "invalid", code: "organization.room_capacity_range", field: "capacity" },
  room_code_key: { kind: "conflict", code: "organization.room_code_taken", field: "code" },
  class_course_id_term_id_section_time_of_day_key: {
    kind: "conflict",
    code: "classes.section_taken",
    field: "section",
  },
  class_weights_make_one: { kind: "refused", code: "classes.weights_not_one" },
  combined_class_agrees: { kind: "refused", code: "classes.combined_differ" },
  combined_class_template_id_term_id_section_time_of_day_key: { kind: "conflict", code: "classes.stale" },
  combined_course_template_name_key: { kind: "conflict", code: "classes.template_name_taken", field: "name" },
  combined_template_course_once: { kind: "conflict", code: "classes.course_in_template", field: "courses" },
  combined_template_complete: { kind: "invalid", code: "classes.template_of_two", field: "courses" },
  reading_tier_stays: { kind: "refused", code: "classes.tier_locked" },
  senior_project_group_course_id_term_id_title_key: {
    kind: "conflict",
    code: "classes.project_title_taken",
    field: "title",
  },
  senior_project_group_days_in_order: { kind: "invalid", code: "classes.project_days", field: "on" },
  senior_project_group_advised: {
    kind: "refused",
    code: "classes.project_needs_advisor",
    field: "advisorId",
  },
  senior_project_group_size: { kind: "refused", code: "classes.project_size", field: "studentId" },
  senior_project_group_course: { kind: "invalid", code: "classes.no_senior_project", field: "courseId" },
  senior_project_member_one_live: { kind: "conflict", code: "classes.in_other_group", field: "studentId" },
  enrolment_one_live: { kind: "conflict", code: "registration.already_enrolled" },
  seat_pool_not_oversold: { kind: "refused", code: "registration.class_full" },
  meeting_room_free: { kind: "conflict", code: "classes.room_taken", field: "roomId" },
  meeting_teacher_free: { kind: "conflict", code: "classes.teacher_taken", field: "teacherId" },
  meeting_delivery_once: { kind: "conflict", code: "timetable.meets_already", field: "startMin" },
  meeting_makes_up_for_id_key: { kind: "conflict", code: "timetable.made_up_already" },
  slot_room_free: { kind: "conflict", code: "classes.room_taken", field: "roomId" },
  slot_teacher_free: { kind: "conflict", code: "classes.teacher_taken", field: "teacherId" },
  // Divisions, cycles, programmes and their requirements.
  division_code_key: { kind: "conflict", code: "curriculum.code_taken", field: "code" },
  cycle_code_key: { kind: "conflict", code: "curriculum.code_taken", field: "code" },
  programme_code_key: { kind: "conflict", code: "curriculum.code_taken", field: "code" },
  division_code_letters: { kind: "invalid", code: "curriculum.code_letters", field: "code" },
  cycle_code_letters: { kind: "invalid", code: "curriculum.code_letters", field: "code" },
  programme_code_letters: { kind: "invalid", code: "curriculum.code_letters", field: "code" },
  programme_award_fits: { kind: "invalid", code: "curriculum.award_of_kind", field: "award" },
  programme_requirement_academic: { kind: "refused", code: "curriculum.requirements_of_language" },
  programme_requirement_course_once: { kind: "conflict", code: "curriculum.requirement_on_file" },
  programme_requirement_one_a_place: { kind: "conflict", code: "curriculum.requirement_place_taken" },
  programme_requirement_days_in_order: { kind: "invalid", code: "curriculum.requirement_days" },
};

type DatabaseFacts = { sqlState?: string; constraint?: string; message: string };

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

/** State and constraint of a database error, whether pg or Prisma's adapter reports it. */
export function databaseFacts(error: unknown): DatabaseFacts | null {
  if (!(error instanceof Error)) return null;
  const own = record(error);
  const meta = record(own.meta);
  const cause = record(record(meta.driverAdapterError).cause ?? own.cause);
  const constraintPart = record(cause.constraint);
  const sqlState =
    text(cause.originalCode) ??
    text(meta.code) ??
    (/^[0-9A-Z]{5}$/.test(String(own.code)) ? String(own.code) : undefined);
  const named =
    text(constraintPart.index) ??
    text(own.constraint) ??
    error.message.match(/constraint "([^"]+)"/)?.[1] ??
    text(cause.originalMessage)?.match(/constraint "([^"]+)"/)?.[1];
  const known = named ?? Object.keys(CONSTRAINT_ERRORS).find((name) => error.message.includes(name));
  if (!sqlState && !known && !String(own.code).startsWith("P2")) return null;
  return { sqlState, constraint: known, message: error.message };
}

/** True for an error after which the same transaction may simply be tried again (serialization, deadlock). */
export function isRetryable(error: unknown): boolean {
  const facts = databaseFacts(error);
  return facts?.sqlState === "40001" || facts?.sqlState === "40P01" || record(error).code === "P2034";
}

/** The expected error behind a database error, or the error itself when nobody expects it. */
export function toAppError(error: unknown): unknown {
  const facts = databaseFacts(error);
  if (!facts) return error;
  const mapped = facts.constraint ? CONSTRAINT_ERRORS[facts.constraint] : undefined;
  if (mapped) {
    return new AppError(mapped.kind, mapped.code, {
      cause: error,
      ...(mapped.params ? { params: mapped.params } : {}),
      ...(mapped.field ? { fields: { [mapped.field]: [mapped.code] } } : {}),
    });
  }
  if (isRetryable(error)) return new AppError("conflict", "platform.busy_try_again", { cause: error });
  // A text with a character that the database cannot keep (U+0000).
  if (facts.sqlState === "22021" || facts.sqlState === "22P05") {
    return new AppError("invalid", "validation.failed", { cause: error });
  }
  if (facts.sqlState === "53100") return new AppError("unavailable", "platform.no_room", { cause: error });
  if (facts.sqlState === "55P03" || facts.sqlState === "57014") {
    return new AppError("unavailable", "platform.too_slow", { cause: error });
  }
  return error;
}
