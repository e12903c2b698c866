import "server-only";

const key = Symbol.for("naga.remembered");
type Entry = { until: number; value: Promise<unknown> };
type Holder = { [key: symbol]: Map<string, Entry> | undefined };

function store(): Map<string, Entry> {
  const holder = globalThis as Holder;
  holder[key] ??= new Map();
  return holder[key];
}

/**
 * Keeps what `load` gave for some seconds in this process: for small lists that change a few times a year and stand on
 * many pages, such as the programmes of a filter. Never for anything about a person or about rights. Callers at the
 * same moment share one load; a load that failed is not kept.
 */
export function remember<T>(name: string, seconds: number, load: () => Promise<T>): Promise<T> {
  const kept = store().get(name);
  if (kept && kept.until > Date.now()) return kept.value as Promise<T>;
  const value = load();
  store().set(name, { until: Date.now() + seconds * 1000, value });
  value.catch(() => store().delete(name));
  return value;
}
