import { getTranslations } from "next-intl/server";
import { ChangeList } from "@/components/audit/change-list";
import { describeChanges, tableText, type Words, whoText } from "@/components/audit/describe";
import { Badge, type BadgeVariant } from "@/components/ui/badge";
import type { SubjectLabel } from "@/lib/people/queries/subjects";
import type { AuditEntry } from "@/lib/platform/audit/queries";
import { tellReason } from "@/lib/platform/i18n/stored-reason";

const VARIANT: Record<string, BadgeVariant> = {
  INSERT: "success",
  UPDATE: "info",
  DELETE: "danger",
  COPY: "default",
  EVENT: "outline",
  FORGET: "warning",
};

type Props = { entry: AuditEntry; words: Words; subject: SubjectLabel | null };

/** One entry in a line; open, it shows both values of every column and what led to it. */
export async function LogEntry({ entry, words, subject }: Props) {
  const t = await getTranslations("audit");
  const { history, format } = words;
  const changes = describeChanges(entry, words, true);
  const about = subject?.number ? [subject.number, subject.name].filter(Boolean).join(" ") : null;
  const reason = entry.reason && tellReason(words.reasons, entry.reason);
  const facts: [label: string, value: string | null][] = [
    [t("columns.reason"), reason],
    [t("columns.request"), entry.requestId],
    [t("columns.changeSet"), entry.changeSetId === null ? null : String(entry.changeSetId)],
    [t("columns.by"), entry.actor],
  ];
  return (
    <li>
      <details className="group">
        <summary className="grid cursor-pointer grid-cols-2 items-baseline gap-x-4 gap-y-0.5 px-4 py-cell text-sm hover:bg-accent/50 md:grid-cols-[11rem_minmax(8rem,14rem)_5.5rem_minmax(0,1fr)_minmax(0,1fr)]">
          <time dateTime={entry.at} className="tabular">
            {format.dateTime(entry.at)}
          </time>
          <span className="truncate text-right md:text-left">{whoText(entry, history)}</span>
          <Badge variant={VARIANT[entry.operation]}>{history(`operation.${entry.operation}`)}</Badge>
          <span className="truncate text-right md:text-left">
            {tableText(entry.table, history)}
            {entry.record && <span className="tabular ml-1.5 text-muted-foreground">{entry.record}</span>}
          </span>
          <span className="col-span-2 truncate text-muted-foreground md:col-span-1">
            {about ?? (entry.subjectId === null ? null : t("subjectId", { id: entry.subjectId }))}
            {reason && <span className={entry.subjectId === null ? "italic" : "ml-2 italic"}>{reason}</span>}
          </span>
        </summary>
        <div className="grid gap-4 border-t bg-muted/40 px-4 py-3 md:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
          <div className="flex min-w-0 flex-col gap-2">
            {changes.length === 0 ? (
              entry.hidden ? null : (
                <p className="text-muted-foreground text-sm">{t("noValues")}</p>
              )
            ) : (
              <ChangeList changes={changes} operation={entry.operation} emptyLabel={history("empty")} />
            )}
            {entry.hidden ? (
              <p className="text-muted-foreground text-sm">{history("hidden", { count: entry.hidden })}</p>
            ) : null}
          </div>
          <dl className="flex flex-col gap-2 text-sm">
            {subject?.number && subject.name && (
              <div>
                <dt className="text-muted-foreground text-xs">{t("columns.subject")}</dt>
                <dd>
                  <a href={`/students/${subject.number}/history`} className="link">
                    {about}
                  </a>
                </dd>
              </div>
            )}
            {facts
              .filter(([, value]) => value)
              .map(([label, value]) => (
                <div key={label}>
                  <dt className="text-muted-foreground text-xs">{label}</dt>
                  <dd className="break-all">{value}</dd>
                </div>
              ))}
          </dl>
        </div>
      </details>
    </li>
  );
}
