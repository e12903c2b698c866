import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { UndoButton } from "@/components/change-sets/undo-button";
import { Alert } from "@/components/ui/alert";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { ImportState } from "@/lib/people/imports/queries";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import { loose } from "@/lib/platform/i18n/explain-text";
import type { UrlParams } from "@/lib/platform/url/href";
import { ProblemTable } from "./problem-table";
import { RejectedLink } from "./rejected-link";
import { SummaryFacts } from "./summary-facts";

type Props = { actor: AccountActor; state: ImportState; params: UrlParams };

/** The list is loaded: what came of it, what is left to mend, and the way back. */
export async function DoneStep({ actor, state, params }: Props) {
  const { set, summary } = state;
  if (!summary || !set.outcome) return null;
  const t = await getTranslations("import");
  const { added, updated, unchanged, rejected } = summary;
  return (
    <div className="grid gap-stack">
      <section className="grid max-w-4xl gap-3">
        <Alert variant="success" title={t("done.title")}>
          <p>{t("done.text", { added, updated, unchanged, rejected })}</p>
          {rejected > 0 ? <p>{t("done.mend")}</p> : null}
        </Alert>
        <SummaryFacts summary={summary} />
        <div className="flex flex-wrap items-center gap-2" data-print="hide">
          <Link href={state.definition.path.replace(/\/import.*$/, "")} className={buttonVariants()}>
            {loose(t)(`done.lists.${state.definition.kind}`)}
          </Link>
          <RejectedLink summary={summary} prominent />
          <Link href={state.definition.path} className={buttonVariants({ variant: "outline" })}>
            {t("done.another")}
          </Link>
          <Link href={`/change-sets/${set.id}`} className={buttonVariants({ variant: "ghost" })}>
            <Icon name="git-compare" />
            {t("result.diff")}
          </Link>
          {can(actor, "change_sets:undo") ? (
            <UndoButton id={set.id} version={set.version} rows={set.outcome.total} />
          ) : null}
        </div>
      </section>
      <ProblemTable actor={actor} state={state} path={`${state.definition.path}/${set.id}`} params={params} />
    </div>
  );
}
