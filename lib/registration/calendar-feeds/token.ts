import "server-only";
import { createHash } from "node:crypto";

/** What the database keeps of a token: whoever copies it cannot read a calendar with it. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
