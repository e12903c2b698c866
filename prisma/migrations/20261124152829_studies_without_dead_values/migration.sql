-- What waits for its approval stands in "approval": two values that nothing wrote, and a column nobody filled, go.
-- The constraints and the index that name the types are made again by prisma/sql/studies/constraints.sql.
ALTER TABLE "major_declaration" DROP CONSTRAINT IF EXISTS "major_declaration_decided";
DROP INDEX IF EXISTS "major_declaration_one_current";
CREATE TYPE "declaration_status_new" AS ENUM ('CURRENT', 'SUPERSEDED', 'WITHDRAWN');
ALTER TABLE "major_declaration" ALTER COLUMN "status" TYPE "declaration_status_new" USING ("status"::text::"declaration_status_new");
ALTER TYPE "declaration_status" RENAME TO "declaration_status_old";
ALTER TYPE "declaration_status_new" RENAME TO "declaration_status";
DROP TYPE "declaration_status_old";

ALTER TABLE "leave_of_absence" DROP CONSTRAINT IF EXISTS "leave_decided";
ALTER TABLE "leave_of_absence" DROP CONSTRAINT IF EXISTS "leave_no_overlap";
ALTER TABLE "leave_of_absence" DROP CONSTRAINT IF EXISTS "leave_returned_has_day";
CREATE TYPE "leave_status_new" AS ENUM ('APPROVED', 'CANCELLED', 'RETURNED');
ALTER TABLE "leave_of_absence" ALTER COLUMN "status" DROP DEFAULT;
ALTER TABLE "leave_of_absence" ALTER COLUMN "status" TYPE "leave_status_new" USING ("status"::text::"leave_status_new");
ALTER TYPE "leave_status" RENAME TO "leave_status_old";
ALTER TYPE "leave_status_new" RENAME TO "leave_status";
DROP TYPE "leave_status_old";
ALTER TABLE "leave_of_absence" ALTER COLUMN "status" SET DEFAULT 'APPROVED';

ALTER TABLE "cycle_change" DROP COLUMN "note";
