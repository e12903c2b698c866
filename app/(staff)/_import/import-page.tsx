import { getTranslations } from "next-intl/server";
import { JobSeen } from "@/components/jobs/job-seen";
import { PageHeader } from "@/components/layout/page-header";
import { phaseOf, stepOf } from "@/lib/people/imports/phase";
import type { ImportState } from "@/lib/people/imports/queries";
import type { AccountActor } from "@/lib/platform/access/actor";
import { loose } from "@/lib/platform/i18n/explain-text";
import { flatParams } from "@/lib/platform/url/href";
import { ColumnsStep } from "./columns-step";
import { DoneStep } from "./done-step";
import { JobProblem } from "./job-problem";
import { ResultStep } from "./result-step";
import { Steps } from "./steps";
import { UndoneStep } from "./undone-step";
import { UnreadableStep } from "./unreadable-step";
import { WaitingStep } from "./waiting-step";

type Props = {
  actor: AccountActor;
  state: ImportState;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** One import, from the file to the people: the page shows the step that its state is in. */
export async function ImportPage({ actor, state, searchParams }: Props) {
  const [params, t] = await Promise.all([searchParams.then(flatParams), getTranslations("import")]);
  const title = loose(t)(`lists.${state.definition.kind}.title`);
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
          label: title,
          items: [{ label: title, href: state.definition.path }, { label: state.set.title }],
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
