import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { courseTitle, timesText } from "@/components/classes/times-text";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Alert } from "@/components/ui/alert";
import { Badge, type BadgeVariant } from "@/components/ui/badge";
import { buttonVariants } from "@/components/ui/button";
import { findProposalItem, listPlacementChoices } from "@/lib/classes/draft-timetable/queries";
import { listViolations } from "@/lib/classes/draft-timetable/violations";
import type { WeeklyTime } from "@/lib/classes/schemas";
import { idParam } from "@/lib/classes/timetable/schemas";
import { campusToday } from "@/lib/platform/dates/campus";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { personName } from "@/lib/platform/i18n/names";
import { DECISION_TONES, proposalName, whyTexts } from "../../_components/texts";
import { OneDecision } from "../_components/decision-buttons";
import { loadProposal } from "../_components/load";
import { ProposedTimes } from "./_components/proposed-times";

type Props = PageProps<"/timetable/proposals/[id]/[delivery]">;

async function load({ params }: Pick<Props, "params">) {
  const { actor, proposal } = await loadProposal(params);
  const delivery = idParam.safeParse((await params).delivery);
  const row = delivery.success ? await findProposalItem(actor, proposal.id, delivery.data) : null;
  if (!row) notFound();
  return { actor, proposal, row };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).row.label };
}

/** One part of a draft: what is proposed beside what is, what speaks against it, and the decision. */
export default async function ProposalItemPage(props: Props) {
  const { actor, proposal, row } = await load(props);
  const ready = proposal.status === "READY" && row.times.length > 0;
  const [t, rules, format, broken, choices] = await Promise.all([
    getTranslations("draftTimetable"),
    getTranslations("rules"),
    getFormat(),
    ready ? listViolations(actor, proposal.id, proposal.options, campusToday()) : [],
    ready ? listPlacementChoices(actor) : { rooms: [], teachers: [] },
  ]);
  const part = format.locale === "km" ? row.partKm : row.part;
  const decision = row.times.length === 0 ? "NONE" : row.decision;
  const tone = DECISION_TONES[decision];
  const rulesBroken = [
    ...new Set(broken.filter(({ deliveryId }) => deliveryId === row.deliveryId).map(({ rule }) => rule)),
  ];
  const why = whyTexts(row, t);
  const now = timesText(row.now as WeeklyTime[], format);
  return (
    <>
      <PageHeader
        title={row.label}
        detail={
          <Badge variant={(tone === "neutral" ? "default" : tone) as BadgeVariant}>
            {t(`decision.${decision}`)}
          </Badge>
        }
        description={[courseTitle(row, format), part, t("one.students", { count: row.students })]
          .filter(Boolean)
          .join(" · ")}
        crumbs={{
          label: t("back"),
          items: [
            { label: t("title"), href: "/timetable/proposals" },
            { label: proposalName(proposal, t), href: `/timetable/proposals/${proposal.id}` },
            { label: row.label },
          ],
        }}
        actions={
          <>
            <Link
              href={`/timetable/deliveries/${row.deliveryId}`}
              prefetch={false}
              className={buttonVariants({ variant: "outline" })}
            >
              {t("one.byHand")}
            </Link>
            {ready && (
              <ClientMessages namespaces={["draftTimetable.actions"]}>
                <OneDecision id={proposal.id} deliveryId={row.deliveryId} decision={row.decision} />
              </ClientMessages>
            )}
          </>
        }
      />
      <div className="grid max-w-3xl gap-stack">
        {rulesBroken.length > 0 && (
          <Alert variant="warning" title={t("one.broken")}>
            <ul>
              {rulesBroken.map((rule) => (
                <li key={rule}>{loose(rules)(`draft_timetable.${rule}`)}</li>
              ))}
            </ul>
          </Alert>
        )}
        {why.length > 0 && (
          <Alert
            variant={row.times.length === 0 ? "warning" : "info"}
            title={row.times.length === 0 ? t("one.why") : t("one.notes")}
          >
            <ul>
              {why.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </Alert>
        )}
        {row.times.length > 0 && (
          <Section title={t("one.proposed")} framed>
            <ClientMessages namespaces={["forms", "draftTimetable.change"]}>
              <ProposedTimes
                times={row.times.map((time) => ({
                  ...time,
                  text: timesText([time as WeeklyTime], format)[0] ?? "",
                  place: time.room ?? t("one.noRoom"),
                }))}
                teacher={row.teacher ? personName(row.teacher, format.locale) : null}
                rooms={choices.rooms.map(({ id, code, capacity }) => ({
                  value: id,
                  label: t("change.roomLine", { code, capacity }),
                }))}
                teachers={choices.teachers.map((each) => ({
                  value: each.id,
                  label: personName(each, format.locale),
                }))}
                editable={ready}
              />
            </ClientMessages>
          </Section>
        )}
        <Section title={t("one.now")} framed>
          <ul className="divide-y text-sm">
            {now.length === 0 && <li className="px-4 py-cell text-muted-foreground">{t("one.nowNone")}</li>}
            {row.now.map((time) => (
              <li key={`${time.weekday} ${time.startMin}`} className="tabular px-4 py-cell">
                {timesText([time as WeeklyTime], format)[0]} · {time.room ?? t("one.noRoom")}
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </>
  );
}
