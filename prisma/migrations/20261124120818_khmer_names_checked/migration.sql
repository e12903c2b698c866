-- What was confirmed before had no day and no checker: staff typed it, so it counts as seen by staff.
SELECT set_config('naga.actor', 'system:migration', true);

-- DropIndex
DROP INDEX "identity_paper_kind_country_number_key";

-- CreateIndex
CREATE INDEX "identity_paper_kind_country_number_idx" ON "identity_paper"("kind", "country", "number");

-- AlterTable
ALTER TABLE "person" ADD COLUMN     "khmer_name_checked_at" TIMESTAMPTZ(3),
ADD COLUMN     "khmer_name_checked_by" INTEGER;
UPDATE "person" SET "khmer_name_source" = NULL
 WHERE "khmer_name_source" IS NOT NULL AND "khmer_family_name" IS NULL AND "khmer_personal_name" IS NULL;
UPDATE "person" SET "khmer_name_confidence" = 1,
       "khmer_name_verified_at" = coalesce("khmer_name_verified_at", "updated_at"), "khmer_name_checked_at" = "updated_at"
 WHERE "khmer_name_source" = 'VERIFIED';

-- AlterTable
ALTER TABLE "monk_period" ALTER COLUMN "ordained_on" DROP NOT NULL;
-- Nobody wrote down since when the monks on file are monks.
INSERT INTO "monk_period" ("person_id")
SELECT "person_id" FROM "student" WHERE "is_monk"
   AND NOT EXISTS (SELECT FROM "monk_period" m WHERE m."person_id" = "student"."person_id" AND m."left_on" IS NULL);
