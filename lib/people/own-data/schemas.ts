import { z } from "zod";
import { recordRef } from "@/lib/people/record-ref";

export const askOwnDataInput = z.strictObject({});
/** Staff ask for somebody who came to the desk. */
export const makeOwnDataInput = z.strictObject(recordRef);

/** A file of somebody's own data as its page shows it. Instants are ISO. */
export type OwnDataRow = {
  id: number;
  createdAt: string;
  /** Being made, ready, over, or failed. */
  state: "making" | "ready" | "over" | "failed";
  expiresAt: string | null;
};
