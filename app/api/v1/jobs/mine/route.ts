import "@/lib/operations/job-definitions";
import { route } from "@/lib/platform/api/route";
import { listMyJobs } from "@/lib/platform/jobs/queries";
import { tellJobs } from "@/lib/platform/jobs/tell";

/** One's own jobs that wait or run, and those that ended lately without being told. */
export const GET = route(
  { name: "jobs.mine", method: "GET", permission: "jobs:read_own", rateLimit: "api" },
  async ({ actor }) => ({ jobs: await tellJobs(await listMyJobs(actor)) }),
);
