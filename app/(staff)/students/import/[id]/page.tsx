import "@/lib/operations/job-definitions";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { JobSeen } from "@/components/jobs/job-seen";
import { PageHeader } from "@/components/layout/page-header";
import { requirePage } from "@/lib/platform/auth/page";
import { changeSetParams } from "@/lib/platform/change-sets/schemas";
import { isAppError } from "@/lib/platform/errors";
import { flatParams } from "@/lib/platform/url/href";
import { phaseOf, stepOf } from "@/lib/studies/import/phase";
import { getImport } from "@/lib/studies/import/queries";
import { ColumnsStep } from "./_components/columns-step";
import { DoneStep } from "./_components/done-step";
import { JobProblem } from "./_components/job-problem";
import { ResultStep } from "./_components/result-step";
import { Steps } from "./_components/steps";
import { UndoneStep } from "./_components/undone-step";
import { UnreadableStep } from "./_components/unreadable-step";
import { WaitingStep } from "./_components/waiting-step";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

async function load({ params }: Pick<Props, "params">) {
  const actor = await requirePage("people:import");
  const id = changeSetParams.safeParse(await params);
  if (!id.success) notFound();
  try {
    return { actor, state: await getImport(actor, id.data.id) };
  } catch (error) {
    if (isAppError(error) && error.kind === "not_found") notFound();
    throw error;
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).state.set.title };
}

/** One import, from the file to the students: the page shows the step that its state is in. */
export default async function ImportStepPage(props: Props) {
  const { actor, state } = await load(props);
  const [params, t] = await Promise.all([props.searchParams.then(flatParams), getTranslations("import")]);
  const phase = phaseOf({
    status: state.set.status,
    job: state.job,
    isRead: state.draft.read !== undefined,
    wantsColumns: params.step === "columns",
  });
  return (
    <>
      <PageHeader
        title={state.set.title}
        crumbs={{
          label: t("title"),
          items: [{ label: t("title"), href: "/students/import" }, { label: state.set.title }],
        }}
      />
      {state.job?.finishedAt && !state.job.told && state.job.accountId === actor.accountId ? (
        <JobSeen id={state.job.id} />
      ) : null}
      <Steps current={stepOf(phase)} />
      <JobProblem job={state.job} phase={phase} />
      {phase === "unreadable" ? <UnreadableStep state={state} /> : null}
      {phase === "columns" ? <ColumnsStep actor={actor} state={state} /> : null}
      {phase === "result" ? <ResultStep actor={actor} state={state} params={params} /> : null}
      {phase === "done" ? <DoneStep actor={actor} state={state} params={params} /> : null}
      {phase === "undone" ? <UndoneStep state={state} /> : null}
      <WaitingStep phase={phase} job={state.job} />
    </>
  );
}
