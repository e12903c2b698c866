/**
 * The queues. Few on purpose: each is polled, and two cores carry two quick jobs and one heavy one at a time.
 * `exclusive` lets only one job of a key be waiting or running, which is what `uniqueKey` means.
 */
export const LANES = {
  quick: { concurrency: 2 },
  heavy: { concurrency: 1 },
} as const;

export type LaneName = keyof typeof LANES;

export const LANE_NAMES = Object.keys(LANES) as LaneName[];

/** Options of a lane's queue; seconds. A worker that went silent for 30 s loses its jobs to the next one. */
export const LANE_OPTIONS = {
  policy: "exclusive",
  notify: true,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 300,
  heartbeatSeconds: 30,
  retentionSeconds: 14 * 86_400,
  deleteAfterSeconds: 7 * 86_400,
} as const;
