import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Fact, Facts } from "@/components/layout/fact";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { Badge, type BadgeVariant } from "@/components/ui/badge";
import { buttonVariants } from "@/components/ui/button";
import { countDecisions } from "@/lib/classes/draft-timetable/queries";
import { listViolations } from "@/lib/classes/draft-timetable/violations";
import { campusToday } from "@/lib/platform/dates/campus";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { proposalName, STATUS_TONES } from "../_components/texts";
import { ItemTable } from "./_components/item-table";
import { loadProposal } from "./_components/load";
import { ProposalActions } from "./_components/proposal-actions";
import { ProposalState } from "./_components/proposal-state";
import { ScoreTable } from "./_components/score-table";

type Props = PageProps<"/timetable/proposals/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { proposal } = await loadProposal(params);
  return { title: proposalName(proposal, await getTranslations("draftTimetable")) };
}

/** One draft: its search, how good it is, the proof that no hard rule is broken, and every part to be decided. */
export default async function ProposalPage({ params, searchParams }: Props) {
  const { actor, proposal } = await loadProposal(params);
  const { id, options, score, status } = proposal;
  const ready = status === "READY";
  const [t, format, counts, broken] = await Promise.all([
    getTranslations("draftTimetable"),
    getFormat(),
    countDecisions(actor, id),
    ready ? listViolations(actor, id, options, campusToday()) : [],
  ]);
  const accepted = counts.ACCEPTED + counts.CHANGED;
  const tone = STATUS_TONES[status];
  return (
    <>
      <PageHeader
        title={proposalName(proposal, t)}
        detail={
          <Badge variant={(tone === "neutral" ? "default" : tone) as BadgeVariant}>
            {t(`status.${status}`)}
          </Badge>
        }
        description={`${t(`form.whichIs.${options.which}`)} · ${proposal.createdBy}, ${format.dateTime(proposal.createdAt)}`}
        crumbs={{
          label: t("back"),
          items: [{ label: t("title"), href: "/timetable/proposals" }, { label: proposalName(proposal, t) }],
        }}
        actions={
          <>
            {proposal.changeSetId !== null && (
              <Link
                href={`/change-sets/${proposal.changeSetId}`}
                prefetch={false}
                className={buttonVariants({ variant: "outline" })}
              >
                {t("actions.set", { id: String(proposal.changeSetId) })}
              </Link>
            )}
            {ready && (
              <ClientMessages namespaces={["draftTimetable.actions"]}>
                <ProposalActions
                  id={id}
                  version={proposal.version}
                  accepted={accepted}
                  open={counts.PENDING}
                />
              </ClientMessages>
            )}
          </>
        }
      />
      <div className="grid gap-stack">
        <ProposalState actor={actor} proposal={proposal} />
        {broken.length > 0 && (
          <Alert variant="warning" title={t("broken.title")}>
            {t("broken.text", { count: new Set(broken.map(({ itemId }) => itemId)).size })}
          </Alert>
        )}
        {score && score.deliveries === 0 && (
          <Alert variant="info" title={t("nothing.title")}>
            {t("nothing.text")}
          </Alert>
        )}
        {score && score.deliveries > 0 && (
          <>
            <Facts>
              <Fact
                label={t("facts.placed")}
                value={format.number(score.placed)}
                detail={t("facts.of", {
                  count: score.deliveries,
                  percent: Math.floor((score.placed / score.deliveries) * 100),
                })}
              />
              <Fact
                label={t("facts.accepted")}
                value={format.number(accepted)}
                detail={t("facts.open", { count: counts.PENDING })}
              />
              {ready && (
                <Fact
                  label={t("facts.check")}
                  value={format.number(broken.length)}
                  detail={t("facts.checkHelp")}
                />
              )}
              <Fact
                label={t("facts.seconds")}
                value={t("facts.secondsIs", { seconds: Math.round(score.seconds) })}
                detail={score.complete ? t("facts.ended") : t("facts.stopped")}
              />
            </Facts>
            <ScoreTable options={options} result={score} />
            <ItemTable actor={actor} id={id} searchParams={searchParams} decidable={ready} />
          </>
        )}
      </div>
    </>
  );
}
