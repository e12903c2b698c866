import "server-only";
import type { ChangeSetContext } from "@/lib/platform/change-sets/define";

const PART = 500;

/** Works through many ids in parts and shows the progress; somebody who asks to stop stops it between two parts. */
export async function inParts(
  ids: readonly number[],
  context: ChangeSetContext,
  work: (part: number[]) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < ids.length; start += PART) {
    await work(ids.slice(start, start + PART));
    await context.progress(
      Math.min(start + PART, ids.length),
      ids.length,
      context.mode === "preview" ? "checking" : "writing",
    );
  }
}
