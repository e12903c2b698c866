import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { StepButton } from "@/components/change-sets/step-button";
import { Alert } from "@/components/ui/alert";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { ImportState } from "@/lib/people/imports/queries";
import type { AccountActor } from "@/lib/platform/access/actor";
import type { UrlParams } from "@/lib/platform/url/href";
import { ProblemTable } from "./problem-table";
import { RejectedLink } from "./rejected-link";
import { SummaryFacts } from "./summary-facts";

const DAY_MS = 86_400_000;

type Props = { actor: AccountActor; state: ImportState; params: UrlParams };

/** What the trial found: four numbers, every problem, and the button that loads the list. */
export async function ResultStep({ actor, state, params }: Props) {
  const { set, summary } = state;
  if (!summary) return null;
  const t = await getTranslations("import");
  const path = `${state.definition.path}/${set.id}`;
  const rows = summary.added + summary.updated;
  const old = set.previewedAt !== null && Date.now() - Date.parse(set.previewedAt) > DAY_MS;
  return (
    <div className="grid gap-stack">
      <section className="grid max-w-4xl gap-3" aria-label={t("result.title")}>
        <h2 className="font-semibold text-sm">{t("result.title")}</h2>
        <SummaryFacts summary={{ ...summary, numbers: null }} />
        {old ? <Alert variant="warning">{t("result.stale")}</Alert> : null}
        {rows === 0 ? <Alert variant="warning">{t("result.nothingToDo")}</Alert> : null}
        {summary.problemsTotal === 0 ? <Alert variant="success">{t("result.allGood")}</Alert> : null}
        <div className="flex flex-wrap items-center gap-2" data-print="hide">
          {rows > 0 ? (
            <StepButton
              step="apply"
              id={set.id}
              version={set.version}
              title={t("result.applyTitle", { rows })}
              what={t("result.applyWhat", {
                added: summary.added,
                updated: summary.updated,
                rejected: summary.rejected,
              })}
              confirmLabel={t("result.applyConfirm")}
            >
              {t("result.apply", { rows })}
            </StepButton>
          ) : null}
          <Link href={`${path}?step=columns`} className={buttonVariants({ variant: "outline" })}>
            {t("result.change")}
          </Link>
          <Link href={`/change-sets/${set.id}`} className={buttonVariants({ variant: "ghost" })}>
            <Icon name="git-compare" />
            {t("result.diff")}
          </Link>
          <RejectedLink summary={summary} />
        </div>
      </section>
      <ProblemTable actor={actor} state={state} path={path} params={params} />
    </div>
  );
}
