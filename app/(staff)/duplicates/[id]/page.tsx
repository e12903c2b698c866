import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Why } from "@/components/feedback/why";
import { PageHeader } from "@/components/layout/page-header";
import { Section } from "@/components/layout/section";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { getDuplicate, nextDuplicate } from "@/lib/people/duplicates/queries";
import { needsReview } from "@/lib/people/duplicates/rules";
import { can } from "@/lib/platform/access/actor";
import { recordAccess } from "@/lib/platform/access-log/record";
import { requirePage } from "@/lib/platform/auth/page";
import { isAppError } from "@/lib/platform/errors";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getWhyText } from "@/lib/platform/i18n/get-why-text";
import { latinName } from "@/lib/platform/i18n/names";
import { riskTones, statusTones } from "../_components/duplicate-table";
import { Comparison } from "./_components/comparison";
import { DecidePair } from "./_components/decide-pair";
import { Decided } from "./_components/decided";

type Props = PageProps<"/duplicates/[id]">;

async function load(params: Props["params"]) {
  const actor = await requirePage("people:read_duplicates");
  const { id } = await params;
  if (!/^[1-9]\d{0,8}$/.test(id)) notFound();
  try {
    return { actor, pair: await getDuplicate(actor, Number(id)) };
  } catch (error) {
    if (isAppError(error) && error.kind === "not_found") notFound();
    throw error;
  }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { pair } = await load(params);
  const t = await getTranslations("duplicates.pair");
  return { title: t("title", { left: latinName(pair.left), right: latinName(pair.right) }) };
}

const toVariant = (tone: string) => (tone === "neutral" ? "default" : tone) as "default";

/** Two records side by side, what agrees with its weight, and the decision. */
export default async function DuplicatePage({ params }: Props) {
  const { actor, pair } = await load(params);
  for (const { personId } of [pair.left, pair.right]) {
    recordAccess(actor, { what: "people.duplicates", subjectId: personId });
  }
  const explained = { value: pair.score, because: pair.because };
  const [next, why, t, forms] = await Promise.all([
    nextDuplicate(actor, pair),
    getWhyText(explained),
    getTranslations("duplicates"),
    getTranslations("forms"),
  ]);
  const decides = can(actor, "people:decide_duplicates");
  const percent = Math.round(pair.score * 100);
  const title = t("pair.title", { left: latinName(pair.left), right: latinName(pair.right) });
  return (
    <>
      <PageHeader
        title={title}
        detail={
          <span className="inline-flex flex-wrap gap-1.5">
            <Badge variant={toVariant(statusTones[pair.status])}>{t(`statuses.${pair.status}`)}</Badge>
            <Badge variant={toVariant(riskTones[pair.risk])}>
              {t("pair.riskOf", { risk: t(`risks.${pair.risk}`) })}
            </Badge>
          </span>
        }
        crumbs={{
          label: t("title"),
          items: [{ label: t("title"), href: "/duplicates?status=OPEN" }, { label: title }],
        }}
      />
      <div className="flex max-w-5xl flex-col gap-stack">
        <Decided pair={pair} decides={decides} />
        {pair.status === "OPEN" && needsReview(pair) ? (
          <Alert variant="warning">{t("pair.review")}</Alert>
        ) : null}
        <Section title={t("pair.signs")}>
          <div className="mb-2 flex flex-wrap items-baseline gap-2">
            <span className="tabular font-semibold text-lg">{t("pair.alike", { percent })}</span>
            <Why explained={explained} label={t("pair.why")} />
          </div>
          <ul className="list-disc space-y-0.5 pl-5 text-sm">
            {why.reasons.map((reason) => (
              <li key={reason.text}>{reason.text}</li>
            ))}
          </ul>
        </Section>
        <Section title={t("pair.side")}>
          <Comparison pair={pair} linked={can(actor, "people:read")} />
        </Section>
        <Section title={pair.status === "OPEN" && decides ? t("decide.title") : t("decide.next")}>
          {pair.status === "OPEN" && decides ? <p className="mb-2 text-sm">{t("decide.lead")}</p> : null}
          <ClientMessages namespaces={["forms"]}>
            <DecidePair
              id={pair.id}
              version={pair.version}
              next={next}
              decides={decides && pair.status === "OPEN"}
              texts={{
                different: t("decide.different"),
                same: t("decide.same"),
                next: t("decide.next"),
                none: t("decide.none"),
                differentTitle: t("decide.differentTitle"),
                differentWhat: t("decide.differentWhat"),
                sameTitle: t("decide.sameTitle"),
                sameWhat: t("decide.sameWhat"),
                note: t("decide.note"),
                noteHelp: t("decide.noteHelp"),
                cancel: t("decide.cancel"),
                differentDone: t("decide.differentDone"),
                sameDone: t("decide.sameDone"),
                undo: t("decide.undo"),
                undone: t("decide.undone"),
                optional: forms("optional"),
              }}
            />
          </ClientMessages>
        </Section>
      </div>
    </>
  );
}
