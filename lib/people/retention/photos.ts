import "server-only";
import { COUNT_LIMIT } from "@/lib/platform/db/paging";
import { query } from "@/lib/platform/db/pool";
import { writeTx } from "@/lib/platform/db/transaction";
import { storedReason } from "@/lib/platform/i18n/stored-reason";
import { defineRetention } from "@/lib/platform/retention/define";
import { releaseFiles } from "@/lib/platform/storage/keep";

/** Photos that another one has replaced, or that were not taken: their rows, and their files within the hour after. */
defineRetention({
  name: "people.photos",
  setting: "retention.photo_months",
  count: async (before) => {
    const [row] = await query<{ n: number }>(
      "people.retention photos",
      `SELECT count(*)::int AS n FROM (SELECT FROM person_photo WHERE superseded_at < $1 LIMIT ${COUNT_LIMIT + 1}) AS capped`,
      [before],
    );
    return row?.n ?? 0;
  },
  removeSome: (actor, before, most) =>
    writeTx(actor, { reason: storedReason("time_of_keeping_over") }, async (tx) => {
      const photos = await tx.personPhoto.findMany({
        where: { supersededAt: { lt: before } },
        select: { id: true, fileId: true, thumbFileId: true },
        orderBy: { supersededAt: "asc" },
        take: most,
      });
      await releaseFiles(
        tx,
        photos.flatMap(({ fileId, thumbFileId }) => [fileId, thumbFileId]),
      );
      const { count } = await tx.personPhoto.deleteMany({
        where: { id: { in: photos.map(({ id }) => id) } },
      });
      return count;
    }),
});
