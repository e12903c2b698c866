-- AlterTable
ALTER TABLE "meeting" ADD COLUMN     "by_hand" BOOLEAN NOT NULL DEFAULT false;
