import "@/lib/operations/job-definitions";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { can } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { listJobNames, listJobs } from "@/lib/platform/jobs/queries";
import { loadJobList } from "@/lib/platform/jobs/search-params";
import { flatParams } from "@/lib/platform/url/href";
import { openView } from "@/lib/platform/views/open-view";
import { JobDates } from "./_components/job-dates";
import { JobTable } from "./_components/job-table";
import { ScheduleList } from "./_components/schedule-list";
import { WorkerList } from "./_components/worker-list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("jobs"))("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/** Jobs of everybody for who runs the system, one's own for the others; below them schedules and workers. */
export default async function JobsPage({ searchParams }: Props) {
  const actor = await requirePage("jobs:read_own");
  const [state, params] = await Promise.all([loadJobList(searchParams), searchParams.then(flatParams)]);
  const everything = can(actor, "jobs:read");
  const [found, names, t, format] = await Promise.all([
    listJobs(actor, { ...state, from: day(state.from), to: day(state.to) }),
    listJobNames(actor),
    getTranslations("jobs"),
    getFormat(),
    openView(actor, "jobs", "/admin/jobs", params),
  ]);
  return (
    <>
      <PageHeader
        title={everything ? t("title") : t("titleMine")}
        detail={format.number(found.total) + (found.totalIsExact ? "" : "+")}
        description={t("lead")}
      />
      <div className="grid gap-stack">
        {everything ? <WorkerList actor={actor} /> : null}
        <JobTable found={found} names={names} params={params} tools={<JobDates params={params} />} />
        {everything ? <ScheduleList actor={actor} /> : null}
      </div>
    </>
  );
}
