-- CreateEnum
CREATE TYPE "term_type" AS ENUM ('ENG_A', 'ENG_B', 'BA', 'MA', 'X');

-- CreateEnum
CREATE TYPE "time_of_day" AS ENUM ('MORN', 'AFT', 'EVE', 'NIGHT', 'ALL');

-- CreateEnum
CREATE TYPE "class_type" AS ENUM ('STANDARD', 'COMBINED', 'READING', 'INTENSIVE', 'WORKSHOP');

-- CreateEnum
CREATE TYPE "class_status" AS ENUM ('DRAFT', 'SCHEDULED', 'ACTIVE', 'COMPLETED', 'CANCELLED', 'SUSPENDED');

-- CreateEnum
CREATE TYPE "programme_kind" AS ENUM ('ACADEMIC', 'LANGUAGE');

-- CreateEnum
CREATE TYPE "scale_kind" AS ENUM ('LANGUAGE_STANDARD', 'LANGUAGE_IEAP', 'ACADEMIC');

-- CreateEnum
CREATE TYPE "building" AS ENUM ('MAIN', 'WEST', 'BACK');

-- CreateEnum
CREATE TYPE "room_type" AS ENUM ('CLASS', 'COMP', 'LANG', 'CONFERENCE', 'MEETING', 'OFFICE', 'OTHER');

-- CreateEnum
CREATE TYPE "gender" AS ENUM ('M', 'F', 'N', 'X');

-- CreateEnum
CREATE TYPE "khmer_name_source" AS ENUM ('USER', 'APPROXIMATED', 'LEGACY', 'VERIFIED', 'IMPORT');

-- CreateEnum
CREATE TYPE "student_status" AS ENUM ('ACTIVE', 'INACTIVE', 'GRADUATED', 'DROPPED', 'SUSPENDED', 'TRANSFERRED', 'FROZEN', 'UNKNOWN');

-- CreateEnum
CREATE TYPE "study_time" AS ENUM ('MORNING', 'AFTERNOON', 'EVENING', 'WEEKEND');

-- CreateEnum
CREATE TYPE "terminal_degree" AS ENUM ('BACHELOR', 'MASTER', 'DOCTORATE', 'OTHER');

-- CreateEnum
CREATE TYPE "teacher_status" AS ENUM ('ACTIVE', 'INACTIVE', 'SUSPENDED', 'ON_LEAVE');

-- CreateEnum
CREATE TYPE "relationship" AS ENUM ('FATHER', 'MOTHER', 'SPOUSE', 'PARTNER', 'SIBLING', 'GRANDPARENT', 'GUARDIAN', 'FRIEND', 'OTHER');

-- CreateEnum
CREATE TYPE "data_class" AS ENUM ('DEMO', 'ANONYMISED', 'REAL');

-- CreateEnum
CREATE TYPE "account_status" AS ENUM ('ACTIVE', 'DISABLED');

-- CreateEnum
CREATE TYPE "scope_kind" AS ENUM ('ALL', 'OWN', 'DEPARTMENT', 'PROGRAMME');

-- CreateEnum
CREATE TYPE "change_set_status" AS ENUM ('DRAFT', 'PREVIEWING', 'PREVIEWED', 'APPLYING', 'APPLIED', 'UNDOING', 'UNDONE', 'FAILED');

-- CreateEnum
CREATE TYPE "job_status" AS ENUM ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "result_source" AS ENUM ('CLASS', 'LEGACY', 'TRANSFER', 'EXAM');

-- CreateEnum
CREATE TYPE "enrolment_status" AS ENUM ('ENROLLED', 'WAITLISTED', 'OFFERED', 'DROPPED', 'WITHDRAWN', 'COMPLETED', 'FAILED', 'INCOMPLETE', 'NO_SHOW');

-- CreateEnum
CREATE TYPE "programme_enrolment_status" AS ENUM ('ACTIVE', 'INACTIVE', 'COMPLETED', 'WITHDRAWN', 'SUSPENDED', 'TRANSFERRED', 'DROPPED', 'FAILED', 'NO_SHOW');

-- CreateTable
CREATE TABLE "term" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "term_type" "term_type" NOT NULL,
    "start_date" DATE NOT NULL,
    "end_date" DATE NOT NULL,
    "discount_end_date" DATE,
    "add_deadline" DATE,
    "drop_deadline" DATE,
    "payment_deadline" DATE,
    "registration_opens_on" DATE,
    "registration_closes_on" DATE,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "term_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "holiday" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "name_km" TEXT NOT NULL,
    "start_date" DATE NOT NULL,
    "end_date" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "holiday_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "seat_pool" (
    "id" SERIAL NOT NULL,
    "capacity" INTEGER NOT NULL,
    "over_authorised" INTEGER NOT NULL DEFAULT 0,
    "taken" INTEGER NOT NULL DEFAULT 0,
    "offered" INTEGER NOT NULL DEFAULT 0,
    "waiting" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "seat_pool_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "class" (
    "id" SERIAL NOT NULL,
    "course_id" INTEGER NOT NULL,
    "term_id" INTEGER NOT NULL,
    "section" TEXT NOT NULL,
    "time_of_day" "time_of_day" NOT NULL DEFAULT 'EVE',
    "class_type" "class_type" NOT NULL DEFAULT 'STANDARD',
    "status" "class_status" NOT NULL DEFAULT 'DRAFT',
    "seat_pool_id" INTEGER NOT NULL,
    "notes" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "class_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "class_session" (
    "id" SERIAL NOT NULL,
    "class_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "weight" DECIMAL(4,3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "class_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "class_part" (
    "id" SERIAL NOT NULL,
    "session_id" INTEGER NOT NULL,
    "code" INTEGER NOT NULL,
    "part_type" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "weight" DECIMAL(4,3) NOT NULL,
    "delivery_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "class_part_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" SERIAL NOT NULL,
    "term_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "slot" (
    "id" SERIAL NOT NULL,
    "delivery_id" INTEGER NOT NULL,
    "weekday" INTEGER NOT NULL,
    "start_min" INTEGER NOT NULL,
    "end_min" INTEGER NOT NULL,
    "room_id" INTEGER,
    "teacher_id" INTEGER,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,
    "live" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "slot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "meeting" (
    "id" BIGSERIAL NOT NULL,
    "delivery_id" INTEGER NOT NULL,
    "on_date" DATE NOT NULL,
    "start_min" INTEGER NOT NULL,
    "end_min" INTEGER NOT NULL,
    "room_id" INTEGER,
    "teacher_id" INTEGER,
    "cancelled" BOOLEAN NOT NULL DEFAULT false,
    "cancel_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "meeting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "division" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_km" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "division_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cycle" (
    "id" SERIAL NOT NULL,
    "division_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_km" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "typical_terms" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "cycle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme" (
    "id" SERIAL NOT NULL,
    "cycle_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_km" TEXT NOT NULL,
    "kind" "programme_kind" NOT NULL,
    "award" TEXT NOT NULL,
    "faculty_code" TEXT,
    "credits_required" INTEGER,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "display_order" INTEGER NOT NULL DEFAULT 100,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "title_km" TEXT,
    "short_title" TEXT NOT NULL,
    "cycle_id" INTEGER NOT NULL,
    "credits" INTEGER NOT NULL DEFAULT 3,
    "level" INTEGER,
    "programme_code" TEXT,
    "is_senior_project" BOOLEAN NOT NULL DEFAULT false,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "course_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course_prerequisite" (
    "id" SERIAL NOT NULL,
    "course_id" INTEGER NOT NULL,
    "required_course_id" INTEGER NOT NULL,
    "group_number" INTEGER NOT NULL DEFAULT 1,
    "minimum_letter" TEXT NOT NULL DEFAULT 'D',
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "course_prerequisite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_requirement" (
    "id" SERIAL NOT NULL,
    "programme_id" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "course_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "programme_requirement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grading_scale" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "scale_kind" NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "grading_scale_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "scale_grade" (
    "id" SERIAL NOT NULL,
    "scale_id" INTEGER NOT NULL,
    "letter" TEXT NOT NULL,
    "min_percent" DECIMAL(5,2) NOT NULL,
    "points" DECIMAL(3,2) NOT NULL,
    "passes" BOOLEAN NOT NULL,
    "earns_credit" BOOLEAN NOT NULL,
    "display_order" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "scale_grade_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "department" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_km" TEXT NOT NULL,
    "display_order" INTEGER NOT NULL DEFAULT 100,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "room" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "building" "building" NOT NULL,
    "name" TEXT NOT NULL,
    "room_type" "room_type" NOT NULL DEFAULT 'CLASS',
    "capacity" INTEGER NOT NULL,
    "has_projector" BOOLEAN NOT NULL DEFAULT false,
    "has_computers" BOOLEAN NOT NULL DEFAULT false,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "room_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" SERIAL NOT NULL,
    "public_id" UUID NOT NULL,
    "family_name" TEXT NOT NULL,
    "personal_name" TEXT NOT NULL,
    "khmer_family_name" TEXT,
    "khmer_personal_name" TEXT,
    "khmer_name_source" "khmer_name_source",
    "search_key" TEXT NOT NULL,
    "gender" "gender" NOT NULL DEFAULT 'X',
    "date_of_birth" DATE,
    "birth_province" TEXT,
    "citizenship" TEXT NOT NULL DEFAULT 'KH',
    "school_email" CITEXT,
    "personal_email" CITEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_search_token" (
    "token" TEXT NOT NULL,
    "person_id" INTEGER NOT NULL,

    CONSTRAINT "person_search_token_pkey" PRIMARY KEY ("token","person_id")
);

-- CreateTable
CREATE TABLE "student" (
    "person_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "number_label" TEXT NOT NULL GENERATED ALWAYS AS (lpad((number)::text, GREATEST(5, length((number)::text)), '0'::text)) STORED,
    "status" "student_status" NOT NULL DEFAULT 'UNKNOWN',
    "status_since" DATE NOT NULL,
    "status_reason" TEXT,
    "study_time" "study_time" NOT NULL DEFAULT 'EVENING',
    "is_monk" BOOLEAN NOT NULL DEFAULT false,
    "is_transfer" BOOLEAN NOT NULL DEFAULT false,
    "admitted_on" DATE,
    "current_programme_id" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "student_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "student_alias" (
    "id" SERIAL NOT NULL,
    "student_id" INTEGER NOT NULL,
    "alias" TEXT NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "student_alias_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "student_status_change" (
    "id" SERIAL NOT NULL,
    "student_id" INTEGER NOT NULL,
    "from_status" "student_status",
    "to_status" "student_status" NOT NULL,
    "effective_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "student_status_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "teacher" (
    "person_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "terminal_degree" "terminal_degree" NOT NULL,
    "status" "teacher_status" NOT NULL DEFAULT 'ACTIVE',
    "start_date" DATE NOT NULL,
    "end_date" DATE,
    "department_code" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "teacher_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "phone" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "digits" TEXT NOT NULL,
    "comment" TEXT,
    "is_preferred" BOOLEAN NOT NULL DEFAULT false,
    "is_telegram" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "phone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "emergency_contact" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "relationship" "relationship" NOT NULL,
    "primary_phone" TEXT NOT NULL,
    "is_emergency" BOOLEAN NOT NULL DEFAULT true,
    "is_general" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "emergency_contact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "environment_marker" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "environment" TEXT NOT NULL,
    "data_class" "data_class" NOT NULL,
    "marked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "environment_marker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "id" SERIAL NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "valid_from" DATE NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" SERIAL NOT NULL,
    "email" CITEXT NOT NULL,
    "person_id" INTEGER,
    "display_name" TEXT NOT NULL,
    "password_hash" TEXT,
    "status" "account_status" NOT NULL DEFAULT 'ACTIVE',
    "persona" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "digits" TEXT NOT NULL DEFAULT 'western',
    "theme" TEXT NOT NULL DEFAULT 'system',
    "density" TEXT NOT NULL DEFAULT 'comfortable',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account_session" (
    "id" UUID NOT NULL,
    "account_id" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "ip" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_why" TEXT,

    CONSTRAINT "account_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "email" CITEXT NOT NULL,
    "account_id" INTEGER,
    "result" TEXT NOT NULL,
    "ip" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "sign_in_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role_assignment" (
    "id" SERIAL NOT NULL,
    "account_id" INTEGER NOT NULL,
    "person_id" INTEGER,
    "role" TEXT NOT NULL,
    "scope_kind" "scope_kind" NOT NULL DEFAULT 'ALL',
    "scope_ref" TEXT,
    "authority_level" INTEGER,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "reason" TEXT,
    "granted_by" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "role_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule_override" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "account_id" INTEGER NOT NULL,
    "authority_level" INTEGER NOT NULL,
    "rule" TEXT NOT NULL,
    "subject_id" INTEGER,
    "target_table" TEXT NOT NULL,
    "target_key" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "explained" JSONB NOT NULL,
    "request_id" TEXT NOT NULL,

    CONSTRAINT "rule_override_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_key" (
    "key" TEXT NOT NULL,
    "account_id" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "response" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "idempotency_key_pkey" PRIMARY KEY ("account_id","key")
);

-- CreateTable
CREATE TABLE "change_set" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "status" "change_set_status" NOT NULL DEFAULT 'DRAFT',
    "title" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "preview" JSONB,
    "outcome" JSONB,
    "created_by_id" INTEGER NOT NULL,
    "job_run_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "previewed_at" TIMESTAMPTZ(3),
    "applied_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "change_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "job_run" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "lane" TEXT NOT NULL DEFAULT 'quick',
    "status" "job_status" NOT NULL DEFAULT 'QUEUED',
    "input" JSONB NOT NULL,
    "result" JSONB,
    "error" JSONB,
    "progress_done" INTEGER NOT NULL DEFAULT 0,
    "progress_total" INTEGER,
    "progress_note" TEXT,
    "cancel_requested" BOOLEAN NOT NULL DEFAULT false,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "account_id" INTEGER,
    "actor" TEXT NOT NULL,
    "request_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "seen_at" TIMESTAMPTZ(3),

    CONSTRAINT "job_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "storage_key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "sha256" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "account_id" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_mapping" (
    "id" SERIAL NOT NULL,
    "account_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course_result" (
    "id" BIGSERIAL NOT NULL,
    "student_id" INTEGER NOT NULL,
    "course_id" INTEGER NOT NULL,
    "term_id" INTEGER NOT NULL,
    "credits" INTEGER NOT NULL,
    "letter" TEXT,
    "points" DECIMAL(3,2),
    "scale_id" INTEGER,
    "passes" BOOLEAN NOT NULL,
    "earns_credit" BOOLEAN NOT NULL,
    "counts_in_gpa" BOOLEAN NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "source" "result_source" NOT NULL,
    "class_id" INTEGER,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "course_result_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registration_state" (
    "student_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "registration_state_pkey" PRIMARY KEY ("student_id")
);

-- CreateTable
CREATE TABLE "enrolment" (
    "id" SERIAL NOT NULL,
    "student_id" INTEGER NOT NULL,
    "class_id" INTEGER NOT NULL,
    "status" "enrolment_status" NOT NULL DEFAULT 'ENROLLED',
    "is_audit" BOOLEAN NOT NULL DEFAULT false,
    "is_late" BOOLEAN NOT NULL DEFAULT false,
    "has_override" BOOLEAN NOT NULL DEFAULT false,
    "enrolled_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "enrolled_by" TEXT NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "end_reason" TEXT,
    "queued_at" TIMESTAMPTZ(3),
    "offer_expires_at" TIMESTAMPTZ(3),
    "final_letter" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enrolment_event" (
    "id" BIGSERIAL NOT NULL,
    "enrolment_id" INTEGER NOT NULL,
    "student_id" INTEGER NOT NULL,
    "class_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,

    CONSTRAINT "enrolment_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "programme_enrolment" (
    "id" SERIAL NOT NULL,
    "student_id" INTEGER NOT NULL,
    "programme_id" INTEGER NOT NULL,
    "status" "programme_enrolment_status" NOT NULL DEFAULT 'ACTIVE',
    "start_date" DATE NOT NULL,
    "end_date" DATE,
    "catalogue_date" DATE NOT NULL,
    "entry_level" INTEGER,
    "current_level" INTEGER,
    "exit_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "programme_enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "term_code_key" ON "term"("code");

-- CreateIndex
CREATE INDEX "term_term_type_start_date_idx" ON "term"("term_type", "start_date");

-- CreateIndex
CREATE INDEX "holiday_start_date_idx" ON "holiday"("start_date");

-- CreateIndex
CREATE INDEX "class_term_id_status_idx" ON "class"("term_id", "status");

-- CreateIndex
CREATE INDEX "class_seat_pool_id_idx" ON "class"("seat_pool_id");

-- CreateIndex
CREATE UNIQUE INDEX "class_course_id_term_id_section_time_of_day_key" ON "class"("course_id", "term_id", "section", "time_of_day");

-- CreateIndex
CREATE UNIQUE INDEX "class_session_class_id_number_key" ON "class_session"("class_id", "number");

-- CreateIndex
CREATE INDEX "class_part_delivery_id_idx" ON "class_part"("delivery_id");

-- CreateIndex
CREATE UNIQUE INDEX "class_part_session_id_code_key" ON "class_part"("session_id", "code");

-- CreateIndex
CREATE INDEX "delivery_term_id_idx" ON "delivery"("term_id");

-- CreateIndex
CREATE INDEX "slot_delivery_id_idx" ON "slot"("delivery_id");

-- CreateIndex
CREATE INDEX "slot_teacher_id_idx" ON "slot"("teacher_id");

-- CreateIndex
CREATE INDEX "meeting_delivery_id_on_date_idx" ON "meeting"("delivery_id", "on_date");

-- CreateIndex
CREATE INDEX "meeting_teacher_id_on_date_idx" ON "meeting"("teacher_id", "on_date");

-- CreateIndex
CREATE INDEX "meeting_on_date_idx" ON "meeting"("on_date");

-- CreateIndex
CREATE UNIQUE INDEX "division_code_key" ON "division"("code");

-- CreateIndex
CREATE UNIQUE INDEX "cycle_code_key" ON "cycle"("code");

-- CreateIndex
CREATE UNIQUE INDEX "programme_code_key" ON "programme"("code");

-- CreateIndex
CREATE UNIQUE INDEX "course_code_valid_from_key" ON "course"("code", "valid_from");

-- CreateIndex
CREATE INDEX "course_prerequisite_required_course_id_idx" ON "course_prerequisite"("required_course_id");

-- CreateIndex
CREATE UNIQUE INDEX "course_prerequisite_course_id_required_course_id_valid_from_key" ON "course_prerequisite"("course_id", "required_course_id", "valid_from");

-- CreateIndex
CREATE INDEX "programme_requirement_course_id_idx" ON "programme_requirement"("course_id");

-- CreateIndex
CREATE UNIQUE INDEX "programme_requirement_programme_id_sequence_valid_from_key" ON "programme_requirement"("programme_id", "sequence", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "programme_requirement_programme_id_course_id_valid_from_key" ON "programme_requirement"("programme_id", "course_id", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "grading_scale_code_valid_from_key" ON "grading_scale"("code", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "scale_grade_scale_id_letter_key" ON "scale_grade"("scale_id", "letter");

-- CreateIndex
CREATE UNIQUE INDEX "department_code_key" ON "department"("code");

-- CreateIndex
CREATE UNIQUE INDEX "department_name_key" ON "department"("name");

-- CreateIndex
CREATE UNIQUE INDEX "room_code_key" ON "room"("code");

-- CreateIndex
CREATE UNIQUE INDEX "room_building_name_key" ON "room"("building", "name");

-- CreateIndex
CREATE UNIQUE INDEX "person_public_id_key" ON "person"("public_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_school_email_key" ON "person"("school_email");

-- CreateIndex
CREATE INDEX "person_family_name_personal_name_id_idx" ON "person"("family_name", "personal_name", "id");

-- CreateIndex
CREATE INDEX "person_search_token_person_id_idx" ON "person_search_token"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "student_number_key" ON "student"("number");

-- CreateIndex
CREATE INDEX "student_number_label_idx" ON "student"("number_label");

-- CreateIndex
CREATE INDEX "student_status_number_idx" ON "student"("status", "number");

-- CreateIndex
CREATE INDEX "student_current_programme_id_number_idx" ON "student"("current_programme_id", "number");

-- CreateIndex
CREATE INDEX "student_study_time_number_idx" ON "student"("study_time", "number");

-- CreateIndex
CREATE UNIQUE INDEX "student_alias_alias_key" ON "student_alias"("alias");

-- CreateIndex
CREATE INDEX "student_alias_student_id_idx" ON "student_alias"("student_id");

-- CreateIndex
CREATE INDEX "student_status_change_student_id_effective_on_idx" ON "student_status_change"("student_id", "effective_on");

-- CreateIndex
CREATE UNIQUE INDEX "teacher_number_key" ON "teacher"("number");

-- CreateIndex
CREATE INDEX "phone_person_id_idx" ON "phone"("person_id");

-- CreateIndex
CREATE INDEX "phone_digits_idx" ON "phone"("digits");

-- CreateIndex
CREATE INDEX "emergency_contact_person_id_idx" ON "emergency_contact"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "setting_key_valid_from_key" ON "setting"("key", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE UNIQUE INDEX "account_person_id_key" ON "account"("person_id");

-- CreateIndex
CREATE INDEX "account_session_account_id_revoked_at_idx" ON "account_session"("account_id", "revoked_at");

-- CreateIndex
CREATE INDEX "account_session_expires_at_idx" ON "account_session"("expires_at");

-- CreateIndex
CREATE INDEX "sign_in_event_account_id_at_idx" ON "sign_in_event"("account_id", "at");

-- CreateIndex
CREATE INDEX "sign_in_event_at_idx" ON "sign_in_event"("at");

-- CreateIndex
CREATE INDEX "role_assignment_account_id_idx" ON "role_assignment"("account_id");

-- CreateIndex
CREATE INDEX "rule_override_subject_id_at_idx" ON "rule_override"("subject_id", "at");

-- CreateIndex
CREATE INDEX "idempotency_key_created_at_idx" ON "idempotency_key"("created_at");

-- CreateIndex
CREATE INDEX "change_set_created_by_id_created_at_idx" ON "change_set"("created_by_id", "created_at");

-- CreateIndex
CREATE INDEX "change_set_created_at_idx" ON "change_set"("created_at");

-- CreateIndex
CREATE INDEX "job_run_status_created_at_idx" ON "job_run"("status", "created_at");

-- CreateIndex
CREATE INDEX "job_run_account_id_created_at_idx" ON "job_run"("account_id", "created_at");

-- CreateIndex
CREATE INDEX "job_run_name_created_at_idx" ON "job_run"("name", "created_at");

-- CreateIndex
CREATE INDEX "job_run_created_at_idx" ON "job_run"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "stored_file_storage_key_key" ON "stored_file"("storage_key");

-- CreateIndex
CREATE INDEX "stored_file_account_id_created_at_idx" ON "stored_file"("account_id", "created_at");

-- CreateIndex
CREATE INDEX "stored_file_expires_at_idx" ON "stored_file"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "import_mapping_account_id_kind_fingerprint_key" ON "import_mapping"("account_id", "kind", "fingerprint");

-- CreateIndex
CREATE INDEX "course_result_course_id_term_id_idx" ON "course_result"("course_id", "term_id");

-- CreateIndex
CREATE INDEX "course_result_term_id_idx" ON "course_result"("term_id");

-- CreateIndex
CREATE UNIQUE INDEX "course_result_student_id_course_id_attempt_key" ON "course_result"("student_id", "course_id", "attempt");

-- CreateIndex
CREATE INDEX "enrolment_student_id_idx" ON "enrolment"("student_id");

-- CreateIndex
CREATE INDEX "enrolment_class_id_status_idx" ON "enrolment"("class_id", "status");

-- CreateIndex
CREATE INDEX "enrolment_event_student_id_at_idx" ON "enrolment_event"("student_id", "at");

-- CreateIndex
CREATE INDEX "enrolment_event_class_id_at_idx" ON "enrolment_event"("class_id", "at");

-- CreateIndex
CREATE INDEX "programme_enrolment_programme_id_status_idx" ON "programme_enrolment"("programme_id", "status");

-- CreateIndex
CREATE UNIQUE INDEX "programme_enrolment_student_id_programme_id_start_date_key" ON "programme_enrolment"("student_id", "programme_id", "start_date");

-- AddForeignKey
ALTER TABLE "class" ADD CONSTRAINT "class_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class" ADD CONSTRAINT "class_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class" ADD CONSTRAINT "class_seat_pool_id_fkey" FOREIGN KEY ("seat_pool_id") REFERENCES "seat_pool"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_session" ADD CONSTRAINT "class_session_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_part" ADD CONSTRAINT "class_part_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "class_session"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_part" ADD CONSTRAINT "class_part_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "delivery"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slot" ADD CONSTRAINT "slot_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "delivery"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slot" ADD CONSTRAINT "slot_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "slot" ADD CONSTRAINT "slot_teacher_id_fkey" FOREIGN KEY ("teacher_id") REFERENCES "teacher"("person_id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "delivery"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_teacher_id_fkey" FOREIGN KEY ("teacher_id") REFERENCES "teacher"("person_id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycle" ADD CONSTRAINT "cycle_division_id_fkey" FOREIGN KEY ("division_id") REFERENCES "division"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme" ADD CONSTRAINT "programme_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course" ADD CONSTRAINT "course_cycle_id_fkey" FOREIGN KEY ("cycle_id") REFERENCES "cycle"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_prerequisite" ADD CONSTRAINT "course_prerequisite_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_prerequisite" ADD CONSTRAINT "course_prerequisite_required_course_id_fkey" FOREIGN KEY ("required_course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_requirement" ADD CONSTRAINT "programme_requirement_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_requirement" ADD CONSTRAINT "programme_requirement_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scale_grade" ADD CONSTRAINT "scale_grade_scale_id_fkey" FOREIGN KEY ("scale_id") REFERENCES "grading_scale"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_search_token" ADD CONSTRAINT "person_search_token_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "student" ADD CONSTRAINT "student_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "student" ADD CONSTRAINT "student_current_programme_id_fkey" FOREIGN KEY ("current_programme_id") REFERENCES "programme"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "student_alias" ADD CONSTRAINT "student_alias_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "student"("person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "student_status_change" ADD CONSTRAINT "student_status_change_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "student"("person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teacher" ADD CONSTRAINT "teacher_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "phone" ADD CONSTRAINT "phone_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "emergency_contact" ADD CONSTRAINT "emergency_contact_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account_session" ADD CONSTRAINT "account_session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role_assignment" ADD CONSTRAINT "role_assignment_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_result" ADD CONSTRAINT "course_result_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "student"("person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_result" ADD CONSTRAINT "course_result_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_result" ADD CONSTRAINT "course_result_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_result" ADD CONSTRAINT "course_result_scale_id_fkey" FOREIGN KEY ("scale_id") REFERENCES "grading_scale"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "student"("person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enrolment_event" ADD CONSTRAINT "enrolment_event_enrolment_id_fkey" FOREIGN KEY ("enrolment_id") REFERENCES "enrolment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_enrolment" ADD CONSTRAINT "programme_enrolment_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "student"("person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "programme_enrolment" ADD CONSTRAINT "programme_enrolment_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
