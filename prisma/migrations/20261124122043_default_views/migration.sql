-- AlterTable
ALTER TABLE "saved_view" ADD COLUMN     "is_default" BOOLEAN NOT NULL DEFAULT false;
