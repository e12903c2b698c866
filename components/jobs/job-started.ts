/** Tells the poller that a job was put into the queue on this page. */
export const JOB_STARTED = "naga:job-started";
