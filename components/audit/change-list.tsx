import type { Change } from "./describe";

type Props = { changes: readonly Change[]; operation: string; emptyLabel: string };

/** Field by field what stood there and what stands there now; of an added or removed row just what was set. */
export function ChangeList({ changes, operation, emptyLabel }: Props) {
  return (
    <dl className="grid grid-cols-1 gap-x-4 gap-y-1 text-sm sm:grid-cols-[minmax(8rem,auto)_1fr]">
      {changes.map((change) => (
        <div key={change.column} className="contents">
          <dt className="text-muted-foreground">{change.label}</dt>
          <dd className="min-w-0 break-words">
            {operation === "UPDATE" ? (
              <>
                <del className="text-muted-foreground decoration-danger/60">{change.old ?? emptyLabel}</del>
                <span aria-hidden className="mx-1.5 text-muted-foreground">
                  →
                </span>
                <ins className="font-medium no-underline">{change.new ?? emptyLabel}</ins>
              </>
            ) : operation === "DELETE" ? (
              <del className="text-muted-foreground">{change.old}</del>
            ) : (
              change.new
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
