import "server-only";
import { createHash } from "node:crypto";
import { env } from "@/lib/platform/env/env";

/** The Message-ID of a merge to a person: the same at every try, and it tells nobody's id. */
export function messageIdOf(mergeId: number, personId: number): string {
  const { NEXTAUTH_SECRET, NAGA_URL } = env();
  const left = createHash("sha256")
    .update(`${NEXTAUTH_SECRET}/mail/${mergeId}/${personId}`)
    .digest("hex")
    .slice(0, 32);
  return `<${left}@${new URL(NAGA_URL).hostname}>`;
}
