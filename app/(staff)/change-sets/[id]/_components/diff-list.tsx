import { getTranslations } from "next-intl/server";
import { ChangeList } from "@/components/audit/change-list";
import { type Change, describeChanges, referencedIds, tableText } from "@/components/audit/describe";
import { LogPager } from "@/components/audit/log-pager";
import { getAuditWords } from "@/components/audit/words";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { listReferenceLabels } from "@/lib/classes/queries/reference-labels";
import { columnSight } from "@/lib/people/column-fields";
import { listSubjectLabels } from "@/lib/people/queries/subjects";
import type { AccountActor } from "@/lib/platform/access/actor";
import type { AuditEntry } from "@/lib/platform/audit/queries";
import { listChangedRows } from "@/lib/platform/change-sets/queries";
import type { ChangedRow, ChangeSetDto } from "@/lib/platform/change-sets/schemas";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { listHref, type UrlParams } from "@/lib/platform/url/href";

const PAGE_SIZE = 25;
const TONES = { INSERT: "success", UPDATE: "info", DELETE: "danger" } as const;

type Props = {
  actor: AccountActor;
  set: ChangeSetDto;
  table: string | null;
  page: number;
  params: UrlParams;
};

/** Row by row what changes, or changed: the audit itself, or the sample of the trial. */
export async function DiffList({ actor, set, table, page, params }: Props) {
  const counts = (set.outcome ?? set.preview)?.counts ?? [];
  if (counts.length === 0) return null;
  const found = await listChangedRows(
    actor,
    set,
    { table: table ?? undefined, page, pageSize: PAGE_SIZE },
    columnSight(actor),
  );
  const entries = found.rows.map(toEntry);
  const subjects = entries.flatMap((entry) => entry.subjectId ?? []);
  const [t, references, labels] = await Promise.all([
    getTranslations("changeSets.diff"),
    listReferenceLabels(actor, referencedIds(entries)),
    listSubjectLabels(actor, [...new Set(subjects)]),
  ]);
  const words = await getAuditWords(references);
  const path = `/change-sets/${set.id}`;
  const tables = [...new Set(counts.map((count) => count.table))];
  return (
    <Section title={t("title")}>
      {set.outcome ? null : <p className="mb-2 text-muted-foreground text-sm">{t("sample")}</p>}
      <nav aria-label={t("record")} className="mb-3 flex flex-wrap gap-1.5 text-sm" data-print="hide">
        {[null, ...tables].map((name) => (
          <a
            key={name ?? ""}
            href={listHref(path, params, { table: name })}
            aria-current={name === table ? "true" : undefined}
            className={cn(
              "rounded-md border px-2.5 py-1 hover:bg-accent",
              name === table && "border-primary bg-accent font-medium",
            )}
          >
            {name === null ? t("all") : tableText(name, words.history)}
          </a>
        ))}
      </nav>
      <ul className="divide-y rounded-lg border bg-card">
        {entries.map((entry) => {
          const subject = entry.subjectId === null ? null : labels.get(entry.subjectId);
          return (
            <li key={entry.id} className="grid gap-x-6 gap-y-1 px-4 py-2.5 text-sm md:grid-cols-[15rem_1fr]">
              <div className="min-w-0">
                <p className="flex flex-wrap items-center gap-2">
                  <Badge variant={TONES[entry.operation as keyof typeof TONES]}>
                    {words.history(`operation.${entry.operation}`)}
                  </Badge>
                  <span className="font-medium">{tableText(entry.table, words.history)}</span>
                </p>
                <p className="truncate text-muted-foreground">
                  {subject?.number ? (
                    <a href={`/students/${subject.number}`} className="link">
                      {[subject.number, subject.name].filter(Boolean).join(" ")}
                    </a>
                  ) : null}
                </p>
              </div>
              {entry.operation === "UPDATE" ? (
                <ChangeList
                  changes={describeChanges(entry, words, false)}
                  operation={entry.operation}
                  emptyLabel={t("empty")}
                />
              ) : (
                <WholeRow
                  changes={describeChanges(entry, words, false)}
                  removed={entry.operation === "DELETE"}
                />
              )}
            </li>
          );
        })}
      </ul>
      <ClientMessages namespaces={["table"]}>
        <LogPager {...found} shown={entries.length} path={path} params={params} />
      </ClientMessages>
    </Section>
  );
}

/** A row that was added or removed: its values in a line, since there is nothing to compare. */
function WholeRow({ changes, removed }: { changes: Change[]; removed: boolean }) {
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-0.5">
      {changes.map((change) => (
        <div key={change.column} className="flex min-w-0 gap-1.5">
          <dt className="text-muted-foreground">{change.label}</dt>
          <dd className={cn("min-w-0 break-words font-medium", removed && "line-through")}>
            {removed ? change.old : change.new}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A changed row in the shape that the words of the audit know. */
function toEntry(row: ChangedRow, place: number): AuditEntry {
  return {
    id: place,
    at: "",
    actor: "",
    by: "",
    requestId: null,
    reason: null,
    changeSetId: null,
    table: row.table,
    record: row.key,
    subjectId: row.subjectId,
    operation: row.operation,
    old: row.old,
    new: row.new,
  };
}
