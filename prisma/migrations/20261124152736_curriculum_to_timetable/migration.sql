-- CreateEnum
CREATE TYPE "meeting_kind" AS ENUM ('REGULAR', 'MAKE_UP', 'EXTRA');

-- CreateEnum
CREATE TYPE "reading_status" AS ENUM ('PLANNING', 'OPEN', 'CLOSED', 'CONVERTED');

-- CreateEnum
CREATE TYPE "reading_tier" AS ENUM ('TIER_1', 'TIER_2', 'TIER_3');

-- CreateEnum
CREATE TYPE "senior_project_status" AS ENUM ('PROPOSED', 'APPROVED', 'IN_PROGRESS', 'SUBMITTED', 'DEFENDED', 'COMPLETED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "test_period_type" AS ENUM ('IEAP_T1', 'IEAP_T2', 'IEAP_T3', 'MIDTERM', 'FINAL');

-- CreateEnum
CREATE TYPE "teacher_wish_kind" AS ENUM ('UNAVAILABLE', 'AVOID', 'PREFER');

-- CreateEnum
CREATE TYPE "proposal_status" AS ENUM ('RUNNING', 'READY', 'APPLIED', 'CANCELLED', 'FAILED', 'DISCARDED');

-- CreateEnum
CREATE TYPE "proposal_decision" AS ENUM ('PENDING', 'ACCEPTED', 'CHANGED', 'REJECTED');

-- CreateEnum
CREATE TYPE "requisite_kind" AS ENUM ('PREREQUISITE', 'COREQUISITE');

-- AlterTable
ALTER TABLE "term" ADD COLUMN     "ba_cohort_number" INTEGER,
ADD COLUMN     "ma_cohort_number" INTEGER;

-- AlterTable
ALTER TABLE "holiday" ADD COLUMN     "is_active" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "notes" TEXT;

-- AlterTable
ALTER TABLE "class" ADD COLUMN     "cancel_reason" TEXT,
ADD COLUMN     "cancelled_on" DATE,
ADD COLUMN     "combined_class_id" INTEGER;

-- AlterTable
ALTER TABLE "class_part" ADD COLUMN     "template_id" INTEGER;

-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "minutes" INTEGER,
ADD COLUMN     "room_need" "room_type",
ADD COLUMN     "wanted_teacher_id" INTEGER,
ADD COLUMN     "weekdays" INTEGER[];

-- AlterTable
ALTER TABLE "meeting" ADD COLUMN     "kind" "meeting_kind" NOT NULL DEFAULT 'REGULAR',
ADD COLUMN     "makes_up_for_id" BIGINT,
ADD COLUMN     "note" TEXT,
ADD COLUMN     "planned_room_id" INTEGER,
ADD COLUMN     "planned_teacher_id" INTEGER,
ADD COLUMN     "slot_id" INTEGER;

-- AlterTable
ALTER TABLE "division" ADD COLUMN     "description" TEXT,
ADD COLUMN     "display_order" INTEGER NOT NULL DEFAULT 100,
ADD COLUMN     "is_active" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "cycle" ADD COLUMN     "display_order" INTEGER NOT NULL DEFAULT 100,
ADD COLUMN     "is_active" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "programme" ADD COLUMN     "faculty_name" TEXT,
ADD COLUMN     "short_name" TEXT;

-- AlterTable
ALTER TABLE "course" ADD COLUMN     "description" TEXT,
ADD COLUMN     "earliest_term" INTEGER,
ADD COLUMN     "is_foundation_year" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "latest_term" INTEGER,
ADD COLUMN     "recommended_term" INTEGER,
ADD COLUMN     "retry_priority" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "course_prerequisite" ADD COLUMN     "kind" "requisite_kind" NOT NULL DEFAULT 'PREREQUISITE';

-- AlterTable
ALTER TABLE "room" ADD COLUMN     "has_whiteboard" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "notes" TEXT;

-- CreateTable
CREATE TABLE "class_event" (
    "id" BIGSERIAL NOT NULL,
    "class_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "detail" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,

    CONSTRAINT "class_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "class_part_textbook" (
    "class_part_id" INTEGER NOT NULL,
    "textbook_id" INTEGER NOT NULL,

    CONSTRAINT "class_part_textbook_pkey" PRIMARY KEY ("class_part_id","textbook_id")
);

-- CreateTable
CREATE TABLE "combined_course_template" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "name_km" TEXT,
    "primary_course_id" INTEGER NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "combined_course_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "combined_template_course" (
    "template_id" INTEGER NOT NULL,
    "course_id" INTEGER NOT NULL,
    "is_active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "combined_template_course_pkey" PRIMARY KEY ("template_id","course_id")
);

-- CreateTable
CREATE TABLE "combined_class" (
    "id" SERIAL NOT NULL,
    "template_id" INTEGER,
    "term_id" INTEGER NOT NULL,
    "section" TEXT NOT NULL,
    "time_of_day" "time_of_day" NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "combined_class_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reading_class" (
    "class_id" INTEGER NOT NULL,
    "target_enrolment" INTEGER NOT NULL DEFAULT 3,
    "status" "reading_status" NOT NULL DEFAULT 'PLANNING',
    "description" TEXT,
    "locked_tier" "reading_tier",
    "locked_count" INTEGER,
    "locked_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "reading_class_pkey" PRIMARY KEY ("class_id")
);

-- CreateTable
CREATE TABLE "senior_project_group" (
    "id" SERIAL NOT NULL,
    "course_id" INTEGER NOT NULL,
    "term_id" INTEGER NOT NULL,
    "class_id" INTEGER,
    "title" TEXT NOT NULL,
    "final_title" TEXT,
    "description" TEXT,
    "advisor_id" INTEGER,
    "status" "senior_project_status" NOT NULL DEFAULT 'PROPOSED',
    "proposed_on" DATE NOT NULL,
    "approved_on" DATE,
    "submitted_on" DATE,
    "defended_on" DATE,
    "completed_on" DATE,
    "withdrawn_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "senior_project_group_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "senior_project_member" (
    "id" SERIAL NOT NULL,
    "group_id" INTEGER NOT NULL,
    "student_id" INTEGER NOT NULL,
    "joined_on" DATE NOT NULL,
    "left_on" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "senior_project_member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "test_period_reset" (
    "id" SERIAL NOT NULL,
    "term_id" INTEGER NOT NULL,
    "test_type" "test_period_type" NOT NULL,
    "reset_date" DATE NOT NULL,
    "for_all" BOOLEAN NOT NULL DEFAULT true,
    "notes" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "test_period_reset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "test_period_reset_class" (
    "reset_id" INTEGER NOT NULL,
    "class_id" INTEGER NOT NULL,

    CONSTRAINT "test_period_reset_class_pkey" PRIMARY KEY ("reset_id","class_id")
);

-- CreateTable
CREATE TABLE "teacher_wish" (
    "id" SERIAL NOT NULL,
    "teacher_id" INTEGER NOT NULL,
    "term_id" INTEGER,
    "weekday" INTEGER NOT NULL,
    "start_min" INTEGER NOT NULL,
    "end_min" INTEGER NOT NULL,
    "kind" "teacher_wish_kind" NOT NULL,
    "note" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "teacher_wish_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "timetable_proposal" (
    "id" SERIAL NOT NULL,
    "term_id" INTEGER NOT NULL,
    "status" "proposal_status" NOT NULL DEFAULT 'RUNNING',
    "options" JSONB NOT NULL,
    "score" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "timetable_proposal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "proposal_item" (
    "id" SERIAL NOT NULL,
    "proposal_id" INTEGER NOT NULL,
    "delivery_id" INTEGER NOT NULL,
    "weekday" INTEGER,
    "start_min" INTEGER,
    "end_min" INTEGER,
    "room_id" INTEGER,
    "teacher_id" INTEGER,
    "decision" "proposal_decision" NOT NULL DEFAULT 'PENDING',
    "reasons" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "proposal_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course_equivalence" (
    "id" SERIAL NOT NULL,
    "original_id" INTEGER NOT NULL,
    "equivalent_id" INTEGER NOT NULL,
    "is_bidirectional" BOOLEAN NOT NULL DEFAULT false,
    "reason" TEXT NOT NULL,
    "approved_by" TEXT NOT NULL,
    "approved_on" DATE NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "course_equivalence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "textbook" (
    "id" SERIAL NOT NULL,
    "title" TEXT NOT NULL,
    "author" TEXT,
    "isbn" TEXT,
    "publisher" TEXT,
    "edition" TEXT,
    "year" INTEGER,
    "notes" TEXT,
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "textbook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "course_textbook" (
    "course_id" INTEGER NOT NULL,
    "textbook_id" INTEGER NOT NULL,

    CONSTRAINT "course_textbook_pkey" PRIMARY KEY ("course_id","textbook_id")
);

-- CreateTable
CREATE TABLE "part_template_set" (
    "id" SERIAL NOT NULL,
    "programme_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "name_km" TEXT NOT NULL,
    "level_from" INTEGER,
    "level_to" INTEGER,
    "sessions" INTEGER NOT NULL DEFAULT 1,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "part_template_set_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "part_template" (
    "id" SERIAL NOT NULL,
    "set_id" INTEGER NOT NULL,
    "session_number" INTEGER NOT NULL DEFAULT 1,
    "code" INTEGER NOT NULL,
    "part_type" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_km" TEXT NOT NULL,
    "weekdays" INTEGER[],
    "minutes" INTEGER NOT NULL DEFAULT 90,
    "room_need" "room_type",
    "weight" DECIMAL(4,3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "part_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "part_template_textbook" (
    "part_template_id" INTEGER NOT NULL,
    "textbook_id" INTEGER NOT NULL,

    CONSTRAINT "part_template_textbook_pkey" PRIMARY KEY ("part_template_id","textbook_id")
);

-- CreateTable
CREATE TABLE "calendar_feed" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "token_hash" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_read_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "class_event_class_id_at_idx" ON "class_event"("class_id", "at");

-- CreateIndex
CREATE INDEX "class_part_textbook_textbook_id_idx" ON "class_part_textbook"("textbook_id");

-- CreateIndex
CREATE UNIQUE INDEX "combined_course_template_name_key" ON "combined_course_template"("name");

-- CreateIndex
CREATE INDEX "combined_course_template_primary_course_id_idx" ON "combined_course_template"("primary_course_id");

-- CreateIndex
CREATE INDEX "combined_template_course_course_id_idx" ON "combined_template_course"("course_id");

-- CreateIndex
CREATE INDEX "combined_class_term_id_idx" ON "combined_class"("term_id");

-- CreateIndex
CREATE UNIQUE INDEX "combined_class_template_id_term_id_section_time_of_day_key" ON "combined_class"("template_id", "term_id", "section", "time_of_day");

-- CreateIndex
CREATE INDEX "senior_project_group_term_id_idx" ON "senior_project_group"("term_id");

-- CreateIndex
CREATE INDEX "senior_project_group_class_id_idx" ON "senior_project_group"("class_id");

-- CreateIndex
CREATE INDEX "senior_project_group_advisor_id_idx" ON "senior_project_group"("advisor_id");

-- CreateIndex
CREATE UNIQUE INDEX "senior_project_group_course_id_term_id_title_key" ON "senior_project_group"("course_id", "term_id", "title");

-- CreateIndex
CREATE INDEX "senior_project_member_group_id_idx" ON "senior_project_member"("group_id");

-- CreateIndex
CREATE INDEX "senior_project_member_student_id_idx" ON "senior_project_member"("student_id");

-- CreateIndex
CREATE INDEX "test_period_reset_term_id_idx" ON "test_period_reset"("term_id");

-- CreateIndex
CREATE INDEX "test_period_reset_class_class_id_idx" ON "test_period_reset_class"("class_id");

-- CreateIndex
CREATE INDEX "teacher_wish_teacher_id_idx" ON "teacher_wish"("teacher_id");

-- CreateIndex
CREATE INDEX "teacher_wish_term_id_idx" ON "teacher_wish"("term_id");

-- CreateIndex
CREATE INDEX "timetable_proposal_term_id_idx" ON "timetable_proposal"("term_id");

-- CreateIndex
CREATE INDEX "proposal_item_proposal_id_idx" ON "proposal_item"("proposal_id");

-- CreateIndex
CREATE INDEX "proposal_item_delivery_id_idx" ON "proposal_item"("delivery_id");

-- CreateIndex
CREATE INDEX "proposal_item_room_id_idx" ON "proposal_item"("room_id");

-- CreateIndex
CREATE INDEX "proposal_item_teacher_id_idx" ON "proposal_item"("teacher_id");

-- CreateIndex
CREATE INDEX "course_equivalence_equivalent_id_idx" ON "course_equivalence"("equivalent_id");

-- CreateIndex
CREATE UNIQUE INDEX "course_equivalence_original_id_equivalent_id_valid_from_key" ON "course_equivalence"("original_id", "equivalent_id", "valid_from");

-- CreateIndex
CREATE UNIQUE INDEX "textbook_isbn_key" ON "textbook"("isbn");

-- CreateIndex
CREATE INDEX "course_textbook_textbook_id_idx" ON "course_textbook"("textbook_id");

-- CreateIndex
CREATE INDEX "part_template_set_programme_id_idx" ON "part_template_set"("programme_id");

-- CreateIndex
CREATE UNIQUE INDEX "part_template_set_id_session_number_code_key" ON "part_template"("set_id", "session_number", "code");

-- CreateIndex
CREATE INDEX "part_template_textbook_textbook_id_idx" ON "part_template_textbook"("textbook_id");

-- CreateIndex
CREATE UNIQUE INDEX "calendar_feed_token_hash_key" ON "calendar_feed"("token_hash");

-- CreateIndex
CREATE INDEX "calendar_feed_person_id_idx" ON "calendar_feed"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "holiday_start_date_name_key" ON "holiday"("start_date", "name");

-- CreateIndex
CREATE INDEX "class_combined_class_id_idx" ON "class"("combined_class_id");

-- CreateIndex
CREATE INDEX "delivery_wanted_teacher_id_idx" ON "delivery"("wanted_teacher_id");

-- CreateIndex
CREATE INDEX "slot_room_id_idx" ON "slot"("room_id");

-- CreateIndex
CREATE UNIQUE INDEX "meeting_makes_up_for_id_key" ON "meeting"("makes_up_for_id");

-- CreateIndex
CREATE INDEX "meeting_room_id_on_date_idx" ON "meeting"("room_id", "on_date");

-- CreateIndex
CREATE INDEX "meeting_slot_id_idx" ON "meeting"("slot_id");

-- CreateIndex
CREATE INDEX "meeting_planned_teacher_id_idx" ON "meeting"("planned_teacher_id");

-- CreateIndex
CREATE INDEX "meeting_planned_room_id_idx" ON "meeting"("planned_room_id");

-- AddForeignKey
ALTER TABLE "class" ADD CONSTRAINT "class_combined_class_id_fkey" FOREIGN KEY ("combined_class_id") REFERENCES "combined_class"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_wanted_teacher_id_fkey" FOREIGN KEY ("wanted_teacher_id") REFERENCES "teacher"("person_id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_slot_id_fkey" FOREIGN KEY ("slot_id") REFERENCES "slot"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_makes_up_for_id_fkey" FOREIGN KEY ("makes_up_for_id") REFERENCES "meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_planned_teacher_id_fkey" FOREIGN KEY ("planned_teacher_id") REFERENCES "teacher"("person_id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_planned_room_id_fkey" FOREIGN KEY ("planned_room_id") REFERENCES "room"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_event" ADD CONSTRAINT "class_event_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_part_textbook" ADD CONSTRAINT "class_part_textbook_class_part_id_fkey" FOREIGN KEY ("class_part_id") REFERENCES "class_part"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "class_part_textbook" ADD CONSTRAINT "class_part_textbook_textbook_id_fkey" FOREIGN KEY ("textbook_id") REFERENCES "textbook"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "combined_course_template" ADD CONSTRAINT "combined_course_template_primary_course_id_fkey" FOREIGN KEY ("primary_course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "combined_template_course" ADD CONSTRAINT "combined_template_course_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "combined_course_template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "combined_template_course" ADD CONSTRAINT "combined_template_course_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "combined_class" ADD CONSTRAINT "combined_class_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "combined_course_template"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "combined_class" ADD CONSTRAINT "combined_class_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reading_class" ADD CONSTRAINT "reading_class_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "senior_project_group" ADD CONSTRAINT "senior_project_group_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "senior_project_group" ADD CONSTRAINT "senior_project_group_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "senior_project_group" ADD CONSTRAINT "senior_project_group_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "senior_project_group" ADD CONSTRAINT "senior_project_group_advisor_id_fkey" FOREIGN KEY ("advisor_id") REFERENCES "teacher"("person_id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "senior_project_member" ADD CONSTRAINT "senior_project_member_group_id_fkey" FOREIGN KEY ("group_id") REFERENCES "senior_project_group"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "senior_project_member" ADD CONSTRAINT "senior_project_member_student_id_fkey" FOREIGN KEY ("student_id") REFERENCES "student"("person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "test_period_reset" ADD CONSTRAINT "test_period_reset_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "test_period_reset_class" ADD CONSTRAINT "test_period_reset_class_reset_id_fkey" FOREIGN KEY ("reset_id") REFERENCES "test_period_reset"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "test_period_reset_class" ADD CONSTRAINT "test_period_reset_class_class_id_fkey" FOREIGN KEY ("class_id") REFERENCES "class"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teacher_wish" ADD CONSTRAINT "teacher_wish_teacher_id_fkey" FOREIGN KEY ("teacher_id") REFERENCES "teacher"("person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "teacher_wish" ADD CONSTRAINT "teacher_wish_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "timetable_proposal" ADD CONSTRAINT "timetable_proposal_term_id_fkey" FOREIGN KEY ("term_id") REFERENCES "term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_item" ADD CONSTRAINT "proposal_item_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "timetable_proposal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_item" ADD CONSTRAINT "proposal_item_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "delivery"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_item" ADD CONSTRAINT "proposal_item_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "room"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "proposal_item" ADD CONSTRAINT "proposal_item_teacher_id_fkey" FOREIGN KEY ("teacher_id") REFERENCES "teacher"("person_id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_equivalence" ADD CONSTRAINT "course_equivalence_original_id_fkey" FOREIGN KEY ("original_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_equivalence" ADD CONSTRAINT "course_equivalence_equivalent_id_fkey" FOREIGN KEY ("equivalent_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_textbook" ADD CONSTRAINT "course_textbook_course_id_fkey" FOREIGN KEY ("course_id") REFERENCES "course"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "course_textbook" ADD CONSTRAINT "course_textbook_textbook_id_fkey" FOREIGN KEY ("textbook_id") REFERENCES "textbook"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "part_template_set" ADD CONSTRAINT "part_template_set_programme_id_fkey" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "part_template" ADD CONSTRAINT "part_template_set_id_fkey" FOREIGN KEY ("set_id") REFERENCES "part_template_set"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "part_template_textbook" ADD CONSTRAINT "part_template_textbook_part_template_id_fkey" FOREIGN KEY ("part_template_id") REFERENCES "part_template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "part_template_textbook" ADD CONSTRAINT "part_template_textbook_textbook_id_fkey" FOREIGN KEY ("textbook_id") REFERENCES "textbook"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_feed" ADD CONSTRAINT "calendar_feed_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
