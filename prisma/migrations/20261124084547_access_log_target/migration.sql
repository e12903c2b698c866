-- AlterTable
ALTER TABLE "record_access" ADD COLUMN     "target" TEXT;
