-- Rows from before have no Khmer name: they keep their English one until somebody writes it.
SELECT set_config('naga.actor', 'system:migration', true);

-- AlterTable
ALTER TABLE "class_session" ADD COLUMN     "name_km" TEXT;
UPDATE "class_session" SET "name_km" = "name";
ALTER TABLE "class_session" ALTER COLUMN "name_km" SET NOT NULL;

-- AlterTable
ALTER TABLE "class_part" ADD COLUMN     "name_km" TEXT;
UPDATE "class_part" SET "name_km" = "name";
ALTER TABLE "class_part" ALTER COLUMN "name_km" SET NOT NULL;

-- AlterTable
UPDATE "term" SET "name_km" = "name" WHERE "name_km" = '';
ALTER TABLE "term" ALTER COLUMN "name_km" DROP DEFAULT;
