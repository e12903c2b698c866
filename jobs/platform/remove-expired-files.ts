import { db } from "@/lib/platform/db/prisma";
import type { JobWork } from "@/lib/platform/jobs/define";
import { removeFile } from "@/lib/platform/storage/files";
import type { removeExpiredFiles } from "@/lib/platform/storage/jobs";

const BATCH = 200;

export const work: JobWork<typeof removeExpiredFiles> = async (_input, context) => {
  let removed = 0;
  for (;;) {
    const files = await db().storedFile.findMany({
      where: { expiresAt: { lt: new Date() } },
      select: { id: true },
      orderBy: { expiresAt: "asc" },
      take: BATCH,
    });
    for (const file of files) await removeFile(context.actor, file.id);
    removed += files.length;
    await context.progress(removed);
    if (files.length < BATCH) return { removed };
  }
};
