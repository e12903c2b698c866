-- CreateEnum
CREATE TYPE "approval_status" AS ENUM ('PENDING', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'EXPIRED');

-- CreateEnum
CREATE TYPE "sign_in_provider" AS ENUM ('PASSWORD', 'PERSONA', 'KEYCLOAK', 'EMERGENCY');

-- CreateEnum
CREATE TYPE "assignment_source" AS ENUM ('LOCAL', 'IDENTITY_PROVIDER');

-- AlterTable
ALTER TABLE "term" ADD COLUMN     "name_km" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "account" ADD COLUMN     "emergency_until" TIMESTAMPTZ(3),
ADD COLUMN     "subject" TEXT;

-- AlterTable
ALTER TABLE "account_session" ADD COLUMN     "id_token" TEXT,
ADD COLUMN     "provider" "sign_in_provider" NOT NULL DEFAULT 'PASSWORD',
ADD COLUMN     "provider_session" TEXT;

-- AlterTable
ALTER TABLE "role_assignment" ADD COLUMN     "approval_id" INTEGER,
ADD COLUMN     "source" "assignment_source" NOT NULL DEFAULT 'LOCAL';

-- CreateTable
CREATE TABLE "approval" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "status" "approval_status" NOT NULL DEFAULT 'PENDING',
    "subject_id" INTEGER,
    "subject_label" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "amount" DECIMAL(12,2),
    "permission" TEXT NOT NULL,
    "authority_level" INTEGER,
    "maker_id" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "checker_id" INTEGER,
    "decision_reason" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "record_access" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "account_id" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "subject_id" INTEGER,
    "what" TEXT NOT NULL,
    "records" INTEGER NOT NULL DEFAULT 1,
    "request_id" TEXT NOT NULL,
    "ip" TEXT,

    CONSTRAINT "record_access_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "approval_status_created_at_idx" ON "approval"("status", "created_at");

-- CreateIndex
CREATE INDEX "approval_maker_id_created_at_idx" ON "approval"("maker_id", "created_at");

-- CreateIndex
CREATE INDEX "approval_subject_id_created_at_idx" ON "approval"("subject_id", "created_at");

-- CreateIndex
CREATE INDEX "record_access_subject_id_at_idx" ON "record_access"("subject_id", "at");

-- CreateIndex
CREATE INDEX "record_access_account_id_at_idx" ON "record_access"("account_id", "at");

-- CreateIndex
CREATE INDEX "record_access_at_idx" ON "record_access"("at");

-- CreateIndex
CREATE UNIQUE INDEX "account_subject_key" ON "account"("subject");

-- CreateIndex
CREATE INDEX "account_session_provider_session_idx" ON "account_session"("provider_session");
