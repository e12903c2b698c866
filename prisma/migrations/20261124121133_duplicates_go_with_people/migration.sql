-- DropForeignKey
ALTER TABLE "duplicate_candidate" DROP CONSTRAINT "duplicate_candidate_left_id_fkey";

-- DropForeignKey
ALTER TABLE "duplicate_candidate" DROP CONSTRAINT "duplicate_candidate_right_id_fkey";

-- AddForeignKey
ALTER TABLE "duplicate_candidate" ADD CONSTRAINT "duplicate_candidate_left_id_fkey" FOREIGN KEY ("left_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duplicate_candidate" ADD CONSTRAINT "duplicate_candidate_right_id_fkey" FOREIGN KEY ("right_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;
