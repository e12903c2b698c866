-- AlterTable
ALTER TABLE "person_photo" ADD COLUMN     "rejected_at" TIMESTAMPTZ(3),
ADD COLUMN     "rejected_by" INTEGER,
ADD COLUMN     "rejected_why" TEXT;

-- CreateTable
CREATE TABLE "own_data_file" (
    "id" SERIAL NOT NULL,
    "person_id" INTEGER NOT NULL,
    "requested_by" INTEGER NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "job_run_id" UUID,
    "file_id" UUID,
    "ready_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "own_data_file_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "own_data_file_person_id_created_at_idx" ON "own_data_file"("person_id", "created_at");

-- AddForeignKey
ALTER TABLE "own_data_file" ADD CONSTRAINT "own_data_file_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
