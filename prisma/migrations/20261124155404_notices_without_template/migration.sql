-- DropForeignKey
ALTER TABLE "mail_merge" DROP CONSTRAINT "mail_merge_template_id_fkey";

-- AlterTable
ALTER TABLE "mail_merge" ALTER COLUMN "template_id" DROP NOT NULL;

-- AddForeignKey
ALTER TABLE "mail_merge" ADD CONSTRAINT "mail_merge_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "message_template"("id") ON DELETE SET NULL ON UPDATE CASCADE;
