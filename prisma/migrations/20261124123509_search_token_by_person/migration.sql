-- DropIndex
DROP INDEX "person_search_token_person_id_idx";

-- CreateIndex
CREATE INDEX "person_search_token_person_id_token_idx" ON "person_search_token"("person_id", "token");
