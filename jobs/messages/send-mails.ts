import type { sendMailsJob } from "@/lib/messages/jobs";
import { sendMails } from "@/lib/messages/send-mails";
import type { JobWork } from "@/lib/platform/jobs/define";

export const work: JobWork<typeof sendMailsJob> = ({ mergeId }, context) => sendMails(mergeId, context);
