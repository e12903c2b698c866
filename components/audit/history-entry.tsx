import type { AuditEntry } from "@/lib/platform/audit/queries";
import { tellReason } from "@/lib/platform/i18n/stored-reason";
import { ChangeList } from "./change-list";
import { describeChanges, tableText, type Words, whoText } from "./describe";

type Props = { entry: AuditEntry; words: Words; name?: string | undefined };

/** One change: when, who, what, from what to what, why. `name` says which of several rows it was. */
export function HistoryEntry({ entry, words, name }: Props) {
  const { history, format } = words;
  const changes = describeChanges(entry, words, false);
  const reason = entry.reason && tellReason(words.reasons, entry.reason);
  return (
    <li className="grid gap-x-6 gap-y-1 px-4 py-3 md:grid-cols-[13rem_1fr]">
      <div className="text-sm">
        <time dateTime={entry.at} className="tabular font-medium">
          {format.dateTime(entry.at)}
        </time>
        <p className="text-muted-foreground">{history("by", { who: whoText(entry, history) })}</p>
      </div>
      <div className="min-w-0">
        <p className="text-sm">
          <span className="font-medium">{tableText(entry.table, history)}</span>
          {name ? <span className="font-medium"> {name}</span> : null}
          <span className="text-muted-foreground"> · {history(`operation.${entry.operation}`)}</span>
        </p>
        {entry.old?.forgotten || entry.new?.forgotten ? (
          <p className="text-muted-foreground text-sm">{history("forgotten")}</p>
        ) : (
          <ChangeList changes={changes} operation={entry.operation} emptyLabel={history("empty")} />
        )}
        {entry.hidden ? (
          <p className="text-muted-foreground text-sm">{history("hidden", { count: entry.hidden })}</p>
        ) : null}
        {reason && !changes.some((change) => change.new === reason) && (
          <p className="mt-1 text-sm italic">{history("why", { reason })}</p>
        )}
      </div>
    </li>
  );
}
