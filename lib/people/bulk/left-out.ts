import { z } from "zod";

/** Why a bulk change leaves somebody as they are; the sentence is the message `lists.bulk.left.<reason>`. */
export const LEFT_REASONS = [
  "same",
  "gone",
  "status_move_not_allowed",
  "status_date_before_last_move",
  "status_date_in_future",
] as const;
export type LeftReason = (typeof LEFT_REASONS)[number];

/** People who are named one by one; the counts tell the rest. */
const NAMED_MAX = 500;

/** Whom a bulk change left out, as its summary keeps it: ids and codes, no names. */
export const bulkSummary = z.object({
  chosen: z.number(),
  changed: z.number(),
  left: z.array(z.object({ reason: z.enum(LEFT_REASONS), people: z.number() })),
  people: z.array(
    z.object({
      id: z.number(),
      reason: z.enum(LEFT_REASONS),
      /** Status that somebody has, where it is the reason. */
      from: z.string().optional(),
    }),
  ),
});
export type BulkSummary = z.infer<typeof bulkSummary>;

/** Counts who was changed and who was left out while a bulk change goes on. */
export class BulkTally {
  changed = 0;
  private readonly counts = new Map<LeftReason, number>();
  private readonly people: BulkSummary["people"] = [];

  leave(id: number, reason: LeftReason, from?: string): void {
    this.counts.set(reason, (this.counts.get(reason) ?? 0) + 1);
    if (this.people.length < NAMED_MAX) this.people.push({ id, reason, ...(from ? { from } : {}) });
  }

  summary(chosen: number): BulkSummary {
    const left = [...this.counts].map(([reason, people]) => ({ reason, people }));
    return { chosen, changed: this.changed, left, people: this.people };
  }
}
