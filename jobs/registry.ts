import { expireRequests } from "@/lib/approvals/jobs";
import { draftTimetableJob } from "@/lib/classes/draft-timetable/jobs";
import { lockReadingTiers } from "@/lib/classes/reading/jobs";
import { makeLettersJob, sendMailsJob } from "@/lib/messages/jobs";
import { readImportFile } from "@/lib/people/imports/jobs";
import { findDuplicates, forgetSearchWords } from "@/lib/people/jobs";
import { learnKhmerNames } from "@/lib/people/khmer-names/jobs";
import { exportListJob } from "@/lib/people/lists/jobs";
import { makeOwnData } from "@/lib/people/own-data/jobs";
import { markPhotoReminders, takePhotoArchive } from "@/lib/people/photos/jobs";
import { printCardsJob, printListJob } from "@/lib/people/print/jobs";
import { followKeycloak } from "@/lib/platform/auth/keycloak/jobs";
import { applyChangeSetJob, previewChangeSetJob, undoChangeSetJob } from "@/lib/platform/change-sets/jobs";
import { forgetOldAnswers } from "@/lib/platform/idempotency/jobs";
import type { JobDefinition, JobWork } from "@/lib/platform/jobs/define";
import { forgetOldRuns } from "@/lib/platform/jobs/jobs";
import type { RegisteredJob } from "@/lib/platform/jobs/run";
import { keepRetentionJob } from "@/lib/platform/retention/jobs";
import { removeExpiredFiles } from "@/lib/platform/storage/jobs";
import { checkSeats, settleExpiredOffers } from "@/lib/registration/jobs";

/** Pairs a definition with its work, which is loaded when the first such job runs. */
function register<Definition extends JobDefinition>(
  definition: Definition,
  load: () => Promise<{ work: JobWork<Definition> }>,
): RegisteredJob {
  return { definition, load } as unknown as RegisteredJob;
}

/** Every job of the system. A definition that is missing here is never run and its runs fail as unknown. */
export const REGISTERED_JOBS: readonly RegisteredJob[] = [
  register(previewChangeSetJob, () => import("./platform/preview-change-set")),
  register(applyChangeSetJob, () => import("./platform/apply-change-set")),
  register(undoChangeSetJob, () => import("./platform/undo-change-set")),
  register(readImportFile, () => import("./people/read-import-file")),
  register(exportListJob, () => import("./people/export-list")),
  register(draftTimetableJob, () => import("./classes/draft-timetable")),
  register(settleExpiredOffers, () => import("./registration/settle-expired-offers")),
  register(checkSeats, () => import("./registration/check-seats")),
  register(lockReadingTiers, () => import("./classes/lock-reading-tiers")),
  register(expireRequests, () => import("./approvals/expire-requests")),
  register(findDuplicates, () => import("./people/find-duplicates")),
  register(forgetSearchWords, () => import("./people/forget-search-words")),
  register(learnKhmerNames, () => import("./people/learn-khmer-names")),
  register(makeLettersJob, () => import("./messages/make-letters")),
  register(sendMailsJob, () => import("./messages/send-mails")),
  register(printCardsJob, () => import("./people/print-cards")),
  register(printListJob, () => import("./people/print-list")),
  register(forgetOldRuns, () => import("./platform/forget-old-runs")),
  register(forgetOldAnswers, () => import("./platform/forget-old-answers")),
  register(keepRetentionJob, () => import("./platform/keep-retention")),
  register(followKeycloak, () => import("./platform/follow-keycloak")),
  register(makeOwnData, () => import("./people/make-own-data")),
  register(takePhotoArchive, () => import("./people/take-photo-archive")),
  register(markPhotoReminders, () => import("./people/mark-photo-reminders")),
  register(removeExpiredFiles, () => import("./platform/remove-expired-files")),
];

export const JOBS_BY_NAME: ReadonlyMap<string, RegisteredJob> = new Map(
  REGISTERED_JOBS.map((job) => [job.definition.name, job]),
);
