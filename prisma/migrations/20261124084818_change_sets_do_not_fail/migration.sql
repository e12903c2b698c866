-- A set whose job failed is where it was before (lib/platform/change-sets/state.ts); nothing ever wrote FAILED.
CREATE TYPE "change_set_status_new" AS ENUM ('DRAFT', 'PREVIEWING', 'PREVIEWED', 'APPLYING', 'APPLIED', 'UNDOING', 'UNDONE');
ALTER TABLE "change_set" ALTER COLUMN "status" DROP DEFAULT;
ALTER TABLE "change_set" ALTER COLUMN "status" TYPE "change_set_status_new" USING ("status"::text::"change_set_status_new");
ALTER TYPE "change_set_status" RENAME TO "change_set_status_old";
ALTER TYPE "change_set_status_new" RENAME TO "change_set_status";
DROP TYPE "change_set_status_old";
ALTER TABLE "change_set" ALTER COLUMN "status" SET DEFAULT 'DRAFT';
