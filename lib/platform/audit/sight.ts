/** Which columns of an audit entry a reader may see; the domain of the record says it. */
export type ColumnSight = (entry: { table: string; subjectId: number | null }, column: string) => boolean;

type Values = Record<string, unknown> | null;
type Seen = { table: string; subjectId: number | null; old: Values; new: Values };

/** The sight of the system: a job, a test. */
export const seesAllColumns: ColumnSight = () => true;

function kept(values: Values, isSeen: (column: string) => boolean): Values {
  return values && Object.fromEntries(Object.entries(values).filter(([column]) => isSeen(column)));
}

/** The entry without the values that its reader may not see, and how many columns those are. */
export function withSight<Entry extends Seen>(entry: Entry, sight: ColumnSight): Entry & { hidden: number } {
  const columns = new Set([...Object.keys(entry.old ?? {}), ...Object.keys(entry.new ?? {})]);
  const hidden = new Set([...columns].filter((column) => !sight(entry, column)));
  if (hidden.size === 0) return { ...entry, hidden: 0 };
  const isSeen = (column: string) => !hidden.has(column);
  return { ...entry, old: kept(entry.old, isSeen), new: kept(entry.new, isSeen), hidden: hidden.size };
}
