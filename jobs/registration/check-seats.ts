import { AppError } from "@/lib/platform/errors";
import type { JobWork } from "@/lib/platform/jobs/define";
import { reportError } from "@/lib/platform/observability/report";
import type { checkSeats } from "@/lib/registration/jobs";
import { findSeatDrift } from "@/lib/registration/queries/seat-drift";

/** Classes that the sentence on the page of jobs names; the log has them all. */
const NAMED = 10;

export const work: JobWork<typeof checkSeats> = async (_input, context) => {
  const { pools, drifted } = await findSeatDrift(context.actor);
  if (drifted.length === 0) return { pools, drifted: 0 };
  const names = drifted.map((each) => each.classes ?? `#${each.seatPoolId}`);
  const more = names.length > NAMED ? " …" : "";
  const error = new AppError("internal", "registration.seats_drifted", {
    params: { count: names.length, classes: names.slice(0, NAMED).join("; ") + more },
  });
  context.log.error({ drifted }, "seats differ from enrolments");
  reportError(error, { where: `job ${context.jobRunId}` });
  throw error;
};
