import "@/lib/operations/job-definitions";
import "@/lib/operations/file-purposes";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { JobWatch } from "@/components/jobs/job-watch";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { buttonVariants } from "@/components/ui/button";
import { getPrinted } from "@/lib/people/print/queries";
import { requirePage } from "@/lib/platform/auth/page";
import { isAppError } from "@/lib/platform/errors";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { loose } from "@/lib/platform/i18n/explain-text";
import { jobInput } from "@/lib/platform/jobs/schemas";
import { errorText, jobTitle, tellJobs } from "@/lib/platform/jobs/tell";
import { PrintedFacts } from "./_components/printed-facts";

type Props = { params: Promise<{ id: string }> };

async function load({ params }: Props) {
  const actor = await requirePage("documents:print");
  const id = jobInput.safeParse(await params);
  if (!id.success) notFound();
  try {
    return await getPrinted(actor, id.data.id);
  } catch (error) {
    if (isAppError(error) && error.kind === "not_found") notFound();
    throw error;
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { job } = await load(props);
  return { title: jobTitle(loose(await getTranslations("jobs")), job.name) };
}

/** A printed document: progress while it is made, then the file. */
export default async function PrintedPage(props: Props) {
  const printed = await load(props);
  const { job } = printed;
  const [t, jobs, errors, [told]] = await Promise.all([
    getTranslations("documents.printed"),
    getTranslations("jobs"),
    getTranslations("errors"),
    tellJobs([job]),
  ]);
  const title = jobTitle(loose(jobs), job.name);
  const active = job.status === "QUEUED" || job.status === "RUNNING";
  const toJob = (
    <Link href={`/admin/jobs/${job.id}`} className={buttonVariants({ variant: "outline", size: "sm" })}>
      {t("job")}
    </Link>
  );
  return (
    <>
      <PageHeader
        title={title}
        crumbs={{ label: t("crumbs"), items: [{ label: t("jobs"), href: "/admin/jobs" }, { label: title }] }}
      />
      {active && told ? (
        <ClientMessages namespaces={["jobs"]}>
          <JobWatch key={told.id} job={told} title={t("waitingTitle")}>
            {t("waitingText")}
          </JobWatch>
        </ClientMessages>
      ) : null}
      {job.status === "FAILED" ? (
        <Alert variant="danger" title={t("failed")} action={toJob} className="max-w-2xl">
          {errorText(loose(errors), job)}
        </Alert>
      ) : null}
      {job.status === "CANCELLED" ? (
        <Alert variant="warning" action={toJob} className="max-w-2xl">
          {t("cancelled")}
        </Alert>
      ) : null}
      <PrintedFacts printed={printed} />
    </>
  );
}
