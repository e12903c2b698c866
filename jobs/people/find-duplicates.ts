import {
  BATCH,
  comparePeople,
  countPeople,
  lastComparison,
  nextPeople,
  whoChanged,
} from "@/lib/people/duplicates/compare";
import type { findDuplicates } from "@/lib/people/jobs";
import type { JobContext, JobWork } from "@/lib/platform/jobs/define";

async function* batchesOf(ids: readonly number[]): AsyncGenerator<readonly number[]> {
  for (let start = 0; start < ids.length; start += BATCH) yield ids.slice(start, start + BATCH);
}

async function* everybody(actor: JobContext["actor"]): AsyncGenerator<readonly number[]> {
  let ids = await nextPeople(actor, 0);
  while (ids.length > 0) {
    yield ids;
    ids = await nextPeople(actor, ids.at(-1) ?? 0);
  }
}

export const work: JobWork<typeof findDuplicates> = async ({ whole }, { actor, progress }) => {
  const changed = whole ? "everybody" : await whoChanged(actor, await lastComparison(actor));
  const total = changed === "everybody" ? await countPeople(actor) : changed.length;
  const sum = { people: 0, found: 0, askedAgain: 0, settled: 0 };
  await progress(0, total, "comparing");
  for await (const ids of changed === "everybody" ? everybody(actor) : batchesOf(changed)) {
    const { found, askedAgain, settled } = await comparePeople(actor, ids);
    sum.people += ids.length;
    sum.found += found;
    sum.askedAgain += askedAgain;
    sum.settled += settled;
    await progress(sum.people, Math.max(total, sum.people), "comparing");
  }
  return sum;
};
