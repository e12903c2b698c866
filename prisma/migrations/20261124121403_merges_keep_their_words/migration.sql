-- AlterTable
ALTER TABLE "mail_merge" ADD COLUMN     "content" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "language" TEXT NOT NULL DEFAULT 'preferred';

-- AlterTable
ALTER TABLE "mail_delivery" ADD COLUMN     "answer" TEXT,
ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "started_at" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "mail_delivery_merge_id_status_id_idx" ON "mail_delivery"("merge_id", "status", "id");

-- CreateIndex
CREATE INDEX "mail_delivery_person_id_idx" ON "mail_delivery"("person_id");
