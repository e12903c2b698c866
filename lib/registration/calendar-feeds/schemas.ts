import { z } from "zod";

/** Living addresses that a person may have: a telephone, a computer, a family's calendar, and some to spare. */
export const MOST_FEEDS = 10;

const token = z.string().regex(/^[\w-]{43}$/);

/** The token of an address; calendars like a name that ends in ".ics". */
export const feedParams = z.object({
  token: z
    .string()
    .transform((text) => text.replace(/\.ics$/, ""))
    .pipe(token),
});

/** A new address: what it is for, and the token that the browser made and shows once. */
export const createFeedInput = z.strictObject({ label: z.string().trim().min(1).max(60), token });
export type CreateFeedInput = z.output<typeof createFeedInput>;

export const revokeFeedInput = z.strictObject({ id: z.int().positive(), version: z.int().positive() });
export type RevokeFeedInput = z.output<typeof revokeFeedInput>;

/** An address as its owner sees it; instants in ISO text. */
export type FeedRow = {
  id: number;
  version: number;
  label: string;
  createdAt: string;
  /** Null: no calendar has asked yet. */
  lastReadAt: string | null;
};
