-- AlterTable
ALTER TABLE "rule_override" ADD COLUMN     "position_assignment_id" INTEGER;
