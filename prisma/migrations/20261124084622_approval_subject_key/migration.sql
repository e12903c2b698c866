-- AlterTable
ALTER TABLE "approval" ADD COLUMN     "subject_key" TEXT NOT NULL;
