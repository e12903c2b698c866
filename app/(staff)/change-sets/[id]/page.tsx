import "@/lib/operations/change-set-kinds";
import "@/lib/operations/job-definitions";
import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { statusBadges } from "@/components/change-sets/status-badges";
import { PageHeader } from "@/components/layout/page-header";
import { Badge, type BadgeVariant } from "@/components/ui/badge";
import { buttonVariants } from "@/components/ui/button";
import { can } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { changeSetKind } from "@/lib/platform/change-sets/define";
import { getChangeSet } from "@/lib/platform/change-sets/queries";
import { changeSetParams } from "@/lib/platform/change-sets/schemas";
import { loadChangedRows } from "@/lib/platform/change-sets/search-params";
import { isAppError } from "@/lib/platform/errors";
import { loose } from "@/lib/platform/i18n/explain-text";
import { flatParams } from "@/lib/platform/url/href";
import { ChangeSetFacts } from "./_components/change-set-facts";
import { CountTable } from "./_components/count-table";
import { DiffList } from "./_components/diff-list";
import { LeftList } from "./_components/left-list";
import { LeftOutList } from "./_components/left-out-list";
import { MoveReport } from "./_components/move-report";
import { OfferingReport } from "./_components/offering-report";
import { ProposalReport } from "./_components/proposal-report";
import { SetActions } from "./_components/set-actions";
import { SetProgress } from "./_components/set-progress";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

async function load({ params }: Pick<Props, "params">) {
  const actor = await requirePage("change_sets:read");
  const id = changeSetParams.safeParse(await params);
  if (!id.success) notFound();
  try {
    return { actor, set: await getChangeSet(actor, id.data.id) };
  } catch (error) {
    if (isAppError(error) && error.kind === "not_found") notFound();
    throw error;
  }
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).set.title };
}

/** One bulk change: state, counts, every changed row, what an undo left, and the steps that are open. */
export default async function ChangeSetPage(props: Props) {
  const { actor, set } = await load(props);
  const [state, params, t] = await Promise.all([
    loadChangedRows(props.searchParams),
    props.searchParams.then(flatParams),
    getTranslations("changeSets"),
  ]);
  const kind = changeSetKind(set.kind);
  const badge = statusBadges((status) => t(`statuses.${status}`))[set.status];
  const kindName = loose(t)(`kinds.${set.kind}`);
  const ownPage = kind.href && can(actor, kind.permission) ? kind.href(set.id) : null;
  return (
    <>
      <PageHeader
        title={set.title}
        detail={<Badge variant={badge.tone as BadgeVariant}>{badge.label}</Badge>}
        description={kindName}
        crumbs={{
          label: t("back"),
          items: [{ label: t("title"), href: "/change-sets" }, { label: set.title }],
        }}
        actions={
          <>
            {ownPage ? (
              <Link href={ownPage} className={buttonVariants({ variant: "outline" })}>
                {kindName}
              </Link>
            ) : null}
            <SetActions actor={actor} set={set} permission={kind.permission} />
          </>
        }
      />
      <div className="grid gap-stack">
        <SetProgress actor={actor} set={set} />
        <ChangeSetFacts set={set} />
        <LeftList actor={actor} set={set} />
        <LeftOutList actor={actor} set={set} />
        <OfferingReport set={set} />
        <MoveReport set={set} />
        <ProposalReport set={set} />
        <CountTable set={set} />
        <DiffList actor={actor} set={set} table={state.table} page={state.page} params={params} />
      </div>
    </>
  );
}
