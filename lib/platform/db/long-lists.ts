/** How long a list that was counted beyond COUNT_LIMIT is not counted again, in milliseconds. */
const KEPT_MS = 60_000;
const KEPT_MAX = 500;
/** A list narrowed to thousands of given records has a key as long; it is counted each time. */
const KEY_MAX = 300;

const key = Symbol.for("naga.long-lists");
type Holder = { [key: symbol]: Map<string, number> | undefined };

function known(): Map<string, number> {
  const holder = globalThis as Holder;
  holder[key] ??= new Map();
  return holder[key];
}

/**
 * Whether a list was seen lately to hold more than is counted. Of such a list only "10,000+" is shown, and finding
 * that out anew for every page of it cost the database as much as the page itself.
 * @param list statement, filters and reach, without the page
 */
export function isLongList(list: string): boolean {
  return (known().get(list) ?? 0) > Date.now();
}

/** Notes a count that was taken up to COUNT_LIMIT + 1; only what lies beyond the limit is kept, for a minute. */
export function noteCount(list: string, isBeyond: boolean): void {
  if (!isBeyond || list.length > KEY_MAX) return;
  const lists = known();
  const oldest = lists.size >= KEPT_MAX ? lists.keys().next().value : undefined;
  if (oldest !== undefined) lists.delete(oldest);
  lists.set(list, Date.now() + KEPT_MS);
}
