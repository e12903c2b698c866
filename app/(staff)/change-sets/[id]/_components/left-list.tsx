import { getTranslations } from "next-intl/server";
import { tableText } from "@/components/audit/describe";
import { Section } from "@/components/layout/section";
import { listSubjectLabels } from "@/lib/people/queries/subjects";
import type { AccountActor } from "@/lib/platform/access/actor";
import { listAccountNames } from "@/lib/platform/change-sets/account-names";
import { listLeftRecords } from "@/lib/platform/change-sets/queries";
import type { ChangeSetDto, LeftRecord } from "@/lib/platform/change-sets/schemas";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

/** Records are shown up to this many; the counts above tell the rest. */
const SHOWN = 200;

/** What an undo left as it was, each with its reason. */
export async function LeftList({ actor, set }: { actor: AccountActor; set: ChangeSetDto }) {
  const left = set.outcome?.undo?.left ?? 0;
  if (left === 0) return null;
  const { rows } = await listLeftRecords(actor, set, { page: 1, pageSize: SHOWN });
  const [t, history, format, labels, names] = await Promise.all([
    getTranslations("changeSets.left"),
    getTranslations("history"),
    getFormat(),
    listSubjectLabels(
      actor,
      rows.flatMap((row) => row.subjectId ?? []),
    ),
    listAccountNames(
      actor,
      rows.flatMap((row) => (row.reason === "changed" && row.by ? row.by : [])),
    ),
  ]);
  const say = loose(history);
  const nameOf = (row: LeftRecord) => {
    const label = row.subjectId === null ? null : labels.get(row.subjectId);
    return label ? [label.number, label.name].filter(Boolean).join(" ") : tableText(row.table ?? "", say);
  };
  const byOf = (row: LeftRecord) => {
    if (row.reason === "in_use") return tableText(row.by ?? "", say);
    return row.reason === "changed" ? (names.get(row.by ?? "") ?? t("somebody")) : (row.by ?? "");
  };
  return (
    <Section title={t("title")} detail={format.number(left)} className="max-w-4xl">
      <p className="mb-2 max-w-prose text-muted-foreground text-sm">{t("text")}</p>
      <ul className="divide-y rounded-lg border bg-card text-sm">
        {rows.map((row) => (
          <li
            key={`${row.subjectId}/${row.table}/${row.key}`}
            className="grid gap-x-6 px-4 py-cell sm:grid-cols-2"
          >
            <span className="tabular font-medium">{nameOf(row)}</span>
            <span className="text-muted-foreground">{t(`reasons.${row.reason}`, { by: byOf(row) })}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
