import "@/lib/operations/job-definitions";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { JobWatch } from "@/components/jobs/job-watch";
import { FactList, FactRow } from "@/components/layout/fact";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Alert } from "@/components/ui/alert";
import { Badge, type BadgeVariant } from "@/components/ui/badge";
import { buttonVariants } from "@/components/ui/button";
import { requirePage } from "@/lib/platform/auth/page";
import { isAppError } from "@/lib/platform/errors";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getJob } from "@/lib/platform/jobs/queries";
import { jobInput } from "@/lib/platform/jobs/schemas";
import { errorText, jobTitle, tellJobs } from "@/lib/platform/jobs/tell";
import { jobBadges } from "../_components/job-looks";
import { JobFacts } from "./_components/job-facts";
import { RetryButton } from "./_components/retry-button";

type Props = { params: Promise<{ id: string }> };

async function load({ params }: Props) {
  const actor = await requirePage("jobs:read_own");
  const id = jobInput.safeParse(await params);
  if (!id.success) notFound();
  try {
    return { actor, job: await getJob(actor, id.data.id) };
  } catch (error) {
    if (isAppError(error) && error.kind === "not_found") notFound();
    throw error;
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { job } = await load(props);
  return { title: jobTitle(loose(await getTranslations("jobs")), job.name) };
}

/** One run: how far it is or how it ended, and what can be done about it. */
export default async function JobPage(props: Props) {
  const { actor, job } = await load(props);
  const [t, e, [told]] = await Promise.all([
    getTranslations("jobs"),
    getTranslations("errors"),
    tellJobs([job]),
  ]);
  const badge = jobBadges((status) => t(`statuses.${status}`))[job.status];
  const title = jobTitle(loose(t), job.name);
  const active = job.status === "QUEUED" || job.status === "RUNNING";
  return (
    <>
      <PageHeader
        title={title}
        detail={<Badge variant={badge.tone as BadgeVariant}>{badge.label}</Badge>}
        description={job.subject}
        crumbs={{
          label: t("detail.back"),
          items: [{ label: t("title"), href: "/admin/jobs" }, { label: title }],
        }}
        actions={
          <>
            {job.href ? (
              <Link href={job.href} className={buttonVariants({ variant: "outline" })}>
                {t("actions.open")}
              </Link>
            ) : null}
            <RetryButton actor={actor} job={job} />
          </>
        }
      />
      <div className="grid max-w-4xl gap-stack">
        {active && told ? (
          <ClientMessages namespaces={["jobs"]}>
            <JobWatch key={told.id} job={told} title={job.cancelRequested ? t("stopping") : title} />
          </ClientMessages>
        ) : null}
        {job.status === "FAILED" ? <Alert variant="danger">{errorText(loose(e), job)}</Alert> : null}
        <Section title={t("detail.facts")} framed>
          <FactList className="px-4 py-3">
            <JobFacts job={job} />
            <FactRow label={t("detail.input")}>
              <Json value={job.input} none={t(job.hidden ? "detail.hidden" : "detail.none")} />
            </FactRow>
            <FactRow label={t("detail.result")}>
              <Json value={job.result} none={t(job.hidden ? "detail.hidden" : "detail.none")} />
            </FactRow>
          </FactList>
        </Section>
      </div>
    </>
  );
}

function Json({ value, none }: { value: unknown; none: string }) {
  const empty = value === null || (typeof value === "object" && Object.keys(value).length === 0);
  if (empty) return <span className="text-muted-foreground">{none}</span>;
  return <pre className="overflow-x-auto text-xs">{JSON.stringify(value, null, 2)}</pre>;
}
