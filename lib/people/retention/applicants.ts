import "server-only";
import type { SystemActor } from "@/lib/platform/access/actor";
import { COUNT_LIMIT } from "@/lib/platform/db/paging";
import { query } from "@/lib/platform/db/pool";
import { type Tx, writeTx } from "@/lib/platform/db/transaction";
import { storedReason } from "@/lib/platform/i18n/stored-reason";
import { defineRetention } from "@/lib/platform/retention/define";
import { releaseFiles } from "@/lib/platform/storage/keep";

const NEVER_ENROLLED = storedReason("applicant_never_enrolled");

/**
 * Applicants who never enrolled: people who are nobody's here. Without a student, teacher or staff profile (a student
 * who was admitted has a number and stays), without an account, a position, a relation to somebody else on file, a
 * request or a message that was sent to them; and nothing about them was written since the moment `$1`.
 */
const NOBODY = `person p
  WHERE p.created_at < $1 AND p.updated_at < $1
    AND NOT EXISTS (SELECT FROM student x WHERE x.person_id = p.id)
    AND NOT EXISTS (SELECT FROM teacher x WHERE x.person_id = p.id)
    AND NOT EXISTS (SELECT FROM staff x WHERE x.person_id = p.id)
    AND NOT EXISTS (SELECT FROM account x WHERE x.person_id = p.id)
    AND NOT EXISTS (SELECT FROM position_assignment x WHERE x.person_id = p.id OR x.delegate_id = p.id)
    AND NOT EXISTS (SELECT FROM person_relation x WHERE x.person_id = p.id OR x.related_id = p.id)
    AND NOT EXISTS (SELECT FROM data_change_request x WHERE x.person_id = p.id)
    AND NOT EXISTS (SELECT FROM mail_delivery x WHERE x.person_id = p.id)
    AND NOT EXISTS (SELECT FROM approval x WHERE x.subject_id = p.id)
    AND NOT EXISTS (SELECT FROM person_photo x WHERE x.person_id = p.id AND x.taken_at >= $1)`;

defineRetention({
  name: "people.applicants",
  setting: "retention.applicant_months",
  part: 100,
  count: async (before) => {
    const [row] = await query<{ n: number }>(
      "people.retention applicants",
      `SELECT count(*)::int AS n FROM (SELECT FROM ${NOBODY} LIMIT ${COUNT_LIMIT + 1}) AS capped`,
      [before],
    );
    return row?.n ?? 0;
  },
  async removeSome(actor, before, most) {
    const found = await query<{ id: number }>(
      "people.retention applicants-part",
      `SELECT p.id FROM ${NOBODY} ORDER BY p.id LIMIT $2`,
      [before, most],
    );
    let removed = 0;
    for (const { id } of found) removed += await forgetPerson(actor, id, before);
    // Who became somebody in the meantime was left: a part that is not full ends the run, and tomorrow comes again.
    return removed;
  },
});

/**
 * Removes one person with everything that hangs on them, in one transaction: rows, files, and what the audit holds of
 * their values. Looked at again under lock, so that who becomes a student at this moment stays.
 */
async function forgetPerson(actor: SystemActor, personId: number, before: Date): Promise<number> {
  return writeTx(actor, { reason: NEVER_ENROLLED }, async (tx) => {
    await tx.$queryRaw`SELECT id FROM person WHERE id = ${personId} FOR UPDATE`;
    const still = await tx.$queryRawUnsafe<{ id: number }[]>(
      `SELECT p.id FROM ${NOBODY} AND p.id = $2`,
      before,
      personId,
    );
    if (still.length === 0) return 0;
    await releasePersonFiles(tx, personId);
    const own = { where: { personId } };
    await tx.personPhoto.deleteMany(own);
    await tx.ownDataFile.deleteMany(own);
    await tx.identityPaper.deleteMany(own);
    await tx.phone.deleteMany(own);
    await tx.emergencyContact.deleteMany(own);
    await tx.personAddress.deleteMany(own);
    await tx.priorSchooling.deleteMany(own);
    await tx.employment.deleteMany(own);
    await tx.monkPeriod.deleteMany(own);
    await tx.duplicateCandidate.deleteMany({ where: { OR: [{ leftId: personId }, { rightId: personId }] } });
    await tx.person.delete({ where: { id: personId } });
    await tx.$queryRaw`SELECT audit.forget(${personId}::integer, ${NEVER_ENROLLED})`;
    return 1;
  });
}

async function releasePersonFiles(tx: Tx, personId: number): Promise<void> {
  const [photos, papers, own] = await Promise.all([
    tx.personPhoto.findMany({ where: { personId }, select: { fileId: true, thumbFileId: true } }),
    tx.identityPaper.findMany({ where: { personId }, select: { fileId: true } }),
    tx.ownDataFile.findMany({ where: { personId }, select: { fileId: true } }),
  ]);
  await releaseFiles(tx, [
    ...photos.flatMap((photo) => [photo.fileId, photo.thumbFileId]),
    ...papers.map((paper) => paper.fileId),
    ...own.map((file) => file.fileId),
  ]);
}
