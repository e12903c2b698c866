import "@/lib/operations/job-definitions";
import { route } from "@/lib/platform/api/route";
import { getJob } from "@/lib/platform/jobs/queries";
import { jobInput } from "@/lib/platform/jobs/schemas";
import { tellJobs } from "@/lib/platform/jobs/tell";

/** How far one job is; polled by the page that waits for it. */
export const GET = route(
  { name: "jobs.get", method: "GET", permission: "jobs:read_own", rateLimit: "api", params: jobInput },
  async ({ actor, params }) => {
    const [job] = await tellJobs([await getJob(actor, params.id)]);
    return job;
  },
);
