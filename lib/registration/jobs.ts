import { z } from "zod";
import { defineJob } from "@/lib/platform/jobs/define";

/** Gives seats on whose offer ran out without an answer; otherwise they would wait until a cart touches the pool. */
export const settleExpiredOffers = defineJob({
  name: "registration.settle-expired-offers",
  input: z.object({}),
  schedule: "*/10 * * * *",
});

/** Compares the counters of every pool with the enrolments behind them; fails when one differs. */
export const checkSeats = defineJob({
  name: "registration.check-seats",
  input: z.object({}),
  schedule: "15 2 * * *",
});
