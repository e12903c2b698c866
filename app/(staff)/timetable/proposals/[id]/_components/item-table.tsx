import { getTranslations } from "next-intl/server";
import { courseTitle, timesText } from "@/components/classes/times-text";
import type { PersonValue } from "@/components/data-table/columns";
import { DataTable } from "@/components/data-table/data-table";
import { NoMatchState } from "@/components/feedback/empty-state";
import { Section } from "@/components/layout/section";
import { buttonVariants } from "@/components/ui/button";
import { ITEM_FILTERS } from "@/lib/classes/draft-timetable/kinds";
import { listProposalItems, type ProposalRow } from "@/lib/classes/draft-timetable/queries";
import { loadProposalItems } from "@/lib/classes/draft-timetable/search-params";
import type { WeeklyTime } from "@/lib/classes/schemas";
import type { AccountActor } from "@/lib/platform/access/actor";
import type { Formatter } from "@/lib/platform/i18n/formatter";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { flatParams } from "@/lib/platform/url/href";
import { DECISION_TONES, type Words, whyTexts } from "../../_components/texts";
import { BulkDecision } from "./decision-buttons";

type Line = {
  id: number;
  href: string;
  label: string;
  part: string;
  times: string[];
  rooms: string[];
  teacher: PersonValue | null;
  now: string[];
  decision: string;
  why: string | null;
};

type Props = {
  actor: AccountActor;
  id: number;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
  /** Whether something can still be decided. */
  decidable: boolean;
};

function toLine(path: string, row: ProposalRow, t: Words, format: Formatter): Line {
  const times = row.times as (ProposalRow["times"][number] & WeeklyTime)[];
  return {
    id: row.deliveryId,
    href: `${path}/${row.deliveryId}`,
    label: row.label,
    part: (format.locale === "km" ? row.partKm : row.part) ?? courseTitle(row, format),
    times: timesText(times, format),
    rooms: [...new Set(times.map(({ room }) => room ?? t("one.noRoom")))],
    teacher: row.teacher,
    now: timesText(row.now as WeeklyTime[], format),
    decision: row.times.length === 0 ? "NONE" : row.decision,
    why: whyTexts(row, t).join(" ") || null,
  };
}

/** Every part of a draft, those without a place first; what is selected is accepted or rejected together. */
export async function ItemTable({ actor, id, searchParams, decidable }: Props) {
  const path = `/timetable/proposals/${id}`;
  const query = await searchParams;
  const [page, t, format] = await Promise.all([
    listProposalItems(actor, id, loadProposalItems(query)),
    getTranslations("draftTimetable"),
    getFormat(),
  ]);
  const decisions = Object.keys(DECISION_TONES) as (keyof typeof DECISION_TONES)[];
  return (
    <Section title={t("items.title")} detail={format.number(page.total)}>
      <DataTable<Line>
        name="proposal-items"
        caption={t("items.caption")}
        columns={[
          { key: "label", label: t("items.class"), kind: "code", fixed: true, phone: "title" },
          { key: "part", label: t("items.part"), kind: "text", phone: "line" },
          { key: "times", label: t("items.times"), kind: "list", fixed: true, phone: "line" },
          { key: "rooms", label: t("items.rooms"), kind: "list", fixed: true, phone: "line" },
          { key: "teacher", label: t("items.teacher"), kind: "person", phone: "hidden" },
          { key: "now", label: t("items.now"), kind: "list", optional: true, phone: "hidden" },
          {
            key: "decision",
            label: t("items.decision"),
            kind: "badge",
            fixed: true,
            phone: "aside",
            badges: Object.fromEntries(
              decisions.map((decision) => [
                decision,
                { label: t(`decision.${decision}`), tone: DECISION_TONES[decision] },
              ]),
            ),
          },
          { key: "why", label: t("items.why"), kind: "text", fixed: true, phone: "line" },
        ]}
        rows={page.rows.map((row) => toLine(path, row, t, format))}
        path={path}
        params={flatParams(query)}
        page={page}
        search={{ placeholder: t("items.search") }}
        filters={[
          {
            key: "show",
            label: t("items.show"),
            options: ITEM_FILTERS.map((value) => ({
              value,
              label: value === "placed" || value === "unplaced" ? t(`show.${value}`) : t(`decision.${value}`),
            })),
          },
        ]}
        bulk={decidable ? <BulkDecision id={id} /> : undefined}
        namespaces={["draftTimetable.actions"]}
        empty={
          <NoMatchState
            actions={
              <a href={path} className={buttonVariants({ variant: "outline" })}>
                {t("items.all")}
              </a>
            }
          />
        }
      />
    </Section>
  );
}
