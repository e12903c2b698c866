-- CreateEnum
CREATE TYPE "message_medium" AS ENUM ('LETTER', 'EMAIL');

-- CreateEnum
CREATE TYPE "delivery_status" AS ENUM ('QUEUED', 'SENT', 'FAILED', 'SKIPPED');

-- CreateEnum
CREATE TYPE "marital_status" AS ENUM ('SINGLE', 'MARRIED', 'DIVORCED', 'WIDOWED');

-- CreateEnum
CREATE TYPE "address_kind" AS ENUM ('CURRENT', 'PERMANENT');

-- CreateEnum
CREATE TYPE "paper_kind" AS ENUM ('NATIONAL_ID', 'PASSPORT', 'BIRTH_CERTIFICATE', 'FAMILY_BOOK', 'RESIDENCE_BOOK', 'MONK_BOOK', 'OTHER');

-- CreateEnum
CREATE TYPE "school_level" AS ENUM ('PRIMARY', 'LOWER_SECONDARY', 'UPPER_SECONDARY', 'VOCATIONAL', 'ASSOCIATE', 'BACHELOR', 'MASTER', 'DOCTORATE', 'OTHER');

-- CreateEnum
CREATE TYPE "relation_kind" AS ENUM ('SIBLING', 'GUARDIAN', 'PARENT', 'SPOUSE');

-- CreateEnum
CREATE TYPE "photo_source" AS ENUM ('ADMIN', 'SELF', 'IMPORT', 'API', 'OTHER');

-- CreateEnum
CREATE TYPE "teaching_levels" AS ENUM ('UNDERGRADUATE', 'GRADUATE', 'BOTH');

-- CreateEnum
CREATE TYPE "duplicate_risk" AS ENUM ('LOW', 'MEDIUM', 'HIGH');

-- CreateEnum
CREATE TYPE "duplicate_source" AS ENUM ('ENTRY', 'IMPORT', 'NIGHTLY');

-- CreateEnum
CREATE TYPE "duplicate_status" AS ENUM ('OPEN', 'DIFFERENT', 'SAME');

-- CreateEnum
CREATE TYPE "data_change_topic" AS ENUM ('LATIN_NAME', 'KHMER_NAME', 'BIRTH', 'PAPERS', 'CONTACTS', 'ADDRESS');

-- CreateEnum
CREATE TYPE "data_change_status" AS ENUM ('PENDING', 'APPROVED', 'REJECTED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "declaration_status" AS ENUM ('PENDING', 'CURRENT', 'SUPERSEDED', 'REFUSED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "cycle_change_kind" AS ENUM ('NEW', 'L2B', 'B2M');

-- CreateEnum
CREATE TYPE "cycle_change_end" AS ENUM ('GRADUATED', 'WITHDRAWN', 'TRANSFERRED', 'OTHER');

-- CreateEnum
CREATE TYPE "leave_kind" AS ENUM ('MEDICAL', 'FAMILY', 'WORK', 'FINANCIAL', 'MONKHOOD', 'OTHER');

-- CreateEnum
CREATE TYPE "leave_status" AS ENUM ('PENDING', 'APPROVED', 'REFUSED', 'CANCELLED', 'RETURNED');

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "khmer_name_confidence" DECIMAL(3,2),
ADD COLUMN     "khmer_name_verified_at" TIMESTAMPTZ(3),
ADD COLUMN     "legal_family_name" TEXT,
ADD COLUMN     "legal_gender" "gender",
ADD COLUMN     "legal_khmer_name" TEXT,
ADD COLUMN     "legal_personal_name" TEXT,
ADD COLUMN     "marital_status" "marital_status",
ADD COLUMN     "use_legal_name" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "emergency_contact" ADD COLUMN     "address" TEXT,
ADD COLUMN     "email" CITEXT,
ADD COLUMN     "is_legal_guardian" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "secondary_phone" TEXT;

-- CreateTable
CREATE TABLE "message_template" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "medium" "message_medium" NOT NULL,
    "subject_en" TEXT,
    "subject_km" TEXT,
    "body_en" TEXT,
    "body_km" TEXT,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_merge" (
    "id" SERIAL NOT NULL,
    "template_id" INTEGER NOT NULL,
    "account_id" INTEGER NOT NULL,
    "selection" JSONB NOT NULL,
    "file_id" UUID,
    "job_id" UUID,
    "people" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_delivery" (
    "id" SERIAL NOT NULL,
    "merge_id" INTEGER NOT NULL,
    "person_id" INTEGER NOT NULL,
    "address" TEXT,
    "status" "delivery_status" NOT NULL DEFAULT 'QUEUED',
    "problem" TEXT,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "position" (
    "id" SERIAL NOT NULL,
    "title" TEXT NOT NULL,
    "title_km" TEXT NOT NULL,
    "department_id" INTEGER,
    "reports_to_id" INTEGER,
    "authority_level" INTEGER NOT NULL DEFAULT 4,
    "overrides" TEXT[],
    "approval_limits" JSONB,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff" (
    "person_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "job_title" TEXT NOT NULL DEFAULT 'Staff',
    "status" "teacher_status" NOT NULL DEFAULT 'ACTIVE',
    "start_date" DATE NOT NULL,
    "end_date" DATE,
    "department_code" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "person_address" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "kind" "address_kind" NOT NULL,
    "country" TEXT NOT NULL DEFAULT 'KH',
    "province" TEXT,
    "district" TEXT,
    "commune" TEXT,
    "village" TEXT,
    "line" TEXT,
    "postal_code" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "person_address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity_paper" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "kind" "paper_kind" NOT NULL,
    "number" TEXT NOT NULL,
    "country" TEXT NOT NULL DEFAULT 'KH',
    "issued_on" DATE,
    "expires_on" DATE,
    "issued_by" TEXT,
    "file_id" UUID,
    "verified_at" TIMESTAMPTZ(3),
    "verified_by" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "identity_paper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "prior_schooling" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "level" "school_level" NOT NULL,
    "school" TEXT NOT NULL,
    "country" TEXT NOT NULL DEFAULT 'KH',
    "province" TEXT,
    "started_year" INTEGER,
    "ended_year" INTEGER,
    "completed" BOOLEAN NOT NULL DEFAULT true,
    "credential" TEXT,
    "grade" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "prior_schooling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "employment" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "employer" TEXT NOT NULL,
    "job_title" TEXT,
    "phone" TEXT,
    "started_on" DATE,
    "ended_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "employment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_relation" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "related_id" INTEGER NOT NULL,
    "kind" "relation_kind" NOT NULL,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "person_relation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "monk_period" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "ordained_on" DATE NOT NULL,
    "left_on" DATE,
    "pagoda" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "monk_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person_photo" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "file_id" UUID NOT NULL,
    "thumb_file_id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "source" "photo_source" NOT NULL DEFAULT 'ADMIN',
    "is_current" BOOLEAN NOT NULL DEFAULT true,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "superseded_at" TIMESTAMPTZ(3),
    "uploaded_by" INTEGER,
    "verified_at" TIMESTAMPTZ(3),
    "verified_by" INTEGER,
    "reminded_at" TIMESTAMPTZ(3),
    "reminder_count" INTEGER NOT NULL DEFAULT 0,
    "skip_reminder" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "person_photo_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "position_assignment" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "position_id" INTEGER NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "is_acting" BOOLEAN NOT NULL DEFAULT false,
    "is_primary" BOOLEAN NOT NULL DEFAULT true,
    "delegate_id" INTEGER,
    "delegated_from" DATE,
    "delegated_to" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "position_assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "teaching_qualification" (
    "id" SERIAL NOT NULL,
    "teacher_id" INTEGER NOT NULL,
    "department_id" INTEGER NOT NULL,
    "minimum_degree" "terminal_degree" NOT NULL DEFAULT 'MASTER',
    "levels" "teaching_levels" NOT NULL DEFAULT 'UNDERGRADUATE',
    "is_native_english" BOOLEAN NOT NULL DEFAULT false,
    "has_special" BOOLEAN NOT NULL DEFAULT false,
    "special_note" TEXT,
    "is_coordinator" BOOLEAN NOT NULL DEFAULT false,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "teaching_qualification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duplicate_candidate" (
    "id" SERIAL NOT NULL,
    "left_id" INTEGER NOT NULL,
    "right_id" INTEGER NOT NULL,
    "score" DECIMAL(4,3) NOT NULL,
    "risk" "duplicate_risk" NOT NULL,
    "reasons" JSONB NOT NULL,
    "source" "duplicate_source" NOT NULL,
    "status" "duplicate_status" NOT NULL DEFAULT 'OPEN',
    "found_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" INTEGER,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "duplicate_candidate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_change_request" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "topic" "data_change_topic" NOT NULL,
    "changes" JSONB NOT NULL,
    "reason" TEXT,
    "proof_ids" UUID[],
    "status" "data_change_status" NOT NULL DEFAULT 'PENDING',
    "requested_by" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_by" INTEGER,
    "decided_at" TIMESTAMPTZ(3),
    "decision" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "data_change_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "khmer_name_pattern" (
    "latin" TEXT NOT NULL,
    "khmer" TEXT NOT NULL,
    "is_family" BOOLEAN NOT NULL,
    "frequency" INTEGER NOT NULL,
    "share" DECIMAL(4,3) NOT NULL,

    CONSTRAINT "khmer_name_pattern_pkey" PRIMARY KEY ("latin","is_family","khmer")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "id" SERIAL NOT NULL,
    "account_id" INTEGER NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "is_shared" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "retention_run" (
    "id" SERIAL NOT NULL,
    "rule" TEXT NOT NULL,
    "ran_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "cutoff" TIMESTAMPTZ(3) NOT NULL,
    "removed" INTEGER NOT NULL,

    CONSTRAINT "retention_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "major_declaration" (
    "id" SERIAL NOT NULL,
    "student_id" INTEGER NOT NULL,
    "programme_id" INTEGER NOT NULL,
    "declared_on" DATE NOT NULL,
    "effective_on" DATE NOT NULL,
    "status" "declaration_status" NOT NULL,
    "is_self_declared" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT,
    "approval_id" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "major_declaration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cycle_change" (
    "id" SERIAL NOT NULL,
    "student_id" INTEGER NOT NULL,
    "kind" "cycle_change_kind" NOT NULL,
    "detected_on" DATE NOT NULL,
    "source_programme_id" INTEGER,
    "target_programme_id" INTEGER NOT NULL,
    "ended_on" DATE,
    "end_reason" "cycle_change_end",
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "cycle_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "leave_of_absence" (
    "id" SERIAL NOT NULL,
    "student_id" INTEGER NOT NULL,
    "starts_on" DATE NOT NULL,
    "returns_on" DATE NOT NULL,
    "returned_on" DATE,
    "kind" "leave_kind" NOT NULL,
    "reason" TEXT NOT NULL,
    "status" "leave_status" NOT NULL DEFAULT 'PENDING',
    "approval_id" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "leave_of_absence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "message_template_name_key" ON "message_template"("name");

-- CreateIndex
CREATE INDEX "mail_merge_template_id_idx" ON "mail_merge"("template_id");

-- CreateIndex
CREATE INDEX "mail_merge_account_id_created_at_idx" ON "mail_merge"("account_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "mail_delivery_merge_id_person_id_key" ON "mail_delivery"("merge_id", "person_id");

-- CreateIndex
CREATE INDEX "position_department_id_idx" ON "position"("department_id");

-- CreateIndex
CREATE INDEX "position_reports_to_id_idx" ON "position"("reports_to_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_number_key" ON "staff"("number");

-- CreateIndex
CREATE INDEX "staff_status_number_idx" ON "staff"("status", "number");

-- CreateIndex
CREATE UNIQUE INDEX "person_address_person_id_kind_key" ON "person_address"("person_id", "kind");

-- CreateIndex
CREATE INDEX "identity_paper_person_id_idx" ON "identity_paper"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "identity_paper_kind_country_number_key" ON "identity_paper"("kind", "country", "number");

-- CreateIndex
CREATE INDEX "prior_schooling_person_id_idx" ON "prior_schooling"("person_id");

-- CreateIndex
CREATE INDEX "employment_person_id_idx" ON "employment"("person_id");

-- CreateIndex
CREATE INDEX "person_relation_related_id_idx" ON "person_relation"("related_id");

-- CreateIndex
CREATE UNIQUE INDEX "person_relation_person_id_related_id_kind_key" ON "person_relation"("person_id", "related_id", "kind");

-- CreateIndex
CREATE INDEX "monk_period_person_id_idx" ON "monk_period"("person_id");

-- CreateIndex
CREATE INDEX "person_photo_person_id_is_current_idx" ON "person_photo"("person_id", "is_current");

-- CreateIndex
CREATE UNIQUE INDEX "person_photo_person_id_sha256_key" ON "person_photo"("person_id", "sha256");

-- CreateIndex
CREATE INDEX "position_assignment_person_id_idx" ON "position_assignment"("person_id");

-- CreateIndex
CREATE INDEX "position_assignment_position_id_idx" ON "position_assignment"("position_id");

-- CreateIndex
CREATE INDEX "position_assignment_delegate_id_idx" ON "position_assignment"("delegate_id");

-- CreateIndex
CREATE INDEX "teaching_qualification_department_id_idx" ON "teaching_qualification"("department_id");

-- CreateIndex
CREATE UNIQUE INDEX "teaching_qualification_teacher_id_department_id_key" ON "teaching_qualification"("teacher_id", "department_id");

-- CreateIndex
CREATE INDEX "duplicate_candidate_right_id_idx" ON "duplicate_candidate"("right_id");

-- CreateIndex
CREATE INDEX "duplicate_candidate_status_score_id_idx" ON "duplicate_candidate"("status", "score" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "duplicate_candidate_left_id_right_id_key" ON "duplicate_candidate"("left_id", "right_id");

-- CreateIndex
CREATE INDEX "data_change_request_person_id_created_at_idx" ON "data_change_request"("person_id", "created_at");

-- CreateIndex
CREATE INDEX "data_change_request_status_created_at_id_idx" ON "data_change_request"("status", "created_at", "id");

-- CreateIndex
CREATE INDEX "saved_view_list_is_shared_idx" ON "saved_view"("list", "is_shared");

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_account_id_list_name_key" ON "saved_view"("account_id", "list", "name");

-- CreateIndex
CREATE INDEX "retention_run_rule_ran_at_idx" ON "retention_run"("rule", "ran_at");

-- CreateIndex
CREATE INDEX "major_declaration_student_id_effective_on_idx" ON "major_declaration"("student_id", "effective_on");

-- CreateIndex
CREATE INDEX "major_declaration_programme_id_idx" ON "major_declaration"("programme_id");

-- CreateIndex
CREATE UNIQUE INDEX "cycle_change_student_id_kind_target_programme_id_key" ON "cycle_change"("student_id", "kind", "target_programme_id");

-- CreateIndex
CREATE INDEX "leave_of_absence_student_id_starts_on_idx" ON "leave_of_absence"("student_id", "starts_on");

-- AddForeignKey
ALTER TABLE "mail_merge" ADD CONSTRAINT "mail_merge_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "message_template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_delivery" ADD CONSTRAINT "mail_delivery_merge_id_fkey" FOREIGN KEY ("merge_id") REFERENCES "mail_merge"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position" ADD CONSTRAINT "position_reports_to_id_fkey" FOREIGN KEY ("reports_to_id") REFERENCES "position"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff" ADD CONSTRAINT "staff_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_address" ADD CONSTRAINT "person_address_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity_paper" ADD CONSTRAINT "identity_paper_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "prior_schooling" ADD CONSTRAINT "prior_schooling_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "employment" ADD CONSTRAINT "employment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_relation" ADD CONSTRAINT "person_relation_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_relation" ADD CONSTRAINT "person_relation_related_id_fkey" FOREIGN KEY ("related_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "monk_period" ADD CONSTRAINT "monk_period_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "person_photo" ADD CONSTRAINT "person_photo_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_assignment" ADD CONSTRAINT "position_assignment_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_assignment" ADD CONSTRAINT "position_assignment_delegate_id_fkey" FOREIGN KEY ("delegate_id") REFERENCES "person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "position_assignment" ADD CONSTRAINT "position_assignment_position_id_fkey" FOREIGN KEY ("position_id") REFERENCES "position"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teaching_qualification" ADD CONSTRAINT "teaching_qualification_teacher_id_fkey" FOREIGN KEY ("teacher_id") REFERENCES "teacher"("person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teaching_qualification" ADD CONSTRAINT "teaching_qualification_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duplicate_candidate" ADD CONSTRAINT "duplicate_candidate_left_id_fkey" FOREIGN KEY ("left_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duplicate_candidate" ADD CONSTRAINT "duplicate_candidate_right_id_fkey" FOREIGN KEY ("right_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_change_request" ADD CONSTRAINT "data_change_request_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "major_declaration" ADD CONSTRAINT "major_declaration_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "student"("person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "major_declaration" ADD CONSTRAINT "major_declaration_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycle_change" ADD CONSTRAINT "cycle_change_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "student"("person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycle_change" ADD CONSTRAINT "cycle_change_source_programme_id_fkey" FOREIGN KEY ("source_programme_id") REFERENCES "programme"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cycle_change" ADD CONSTRAINT "cycle_change_target_programme_id_fkey" FOREIGN KEY ("target_programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "leave_of_absence" ADD CONSTRAINT "leave_of_absence_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "student"("person_id") ON DELETE RESTRICT ON UPDATE CASCADE;
