/**
 * What somebody opened lately, kept in this browser for the account and role that opened it. Signing out must call
 * `clearRecent`: names of students stand in it, and another person may sit at the same machine next.
 */

const KEY = "naga.recent";
const KEPT = 12;
/** A record with several tabs is one entry. */
const RECORD =
  /^\/(?:students|teachers|staff|classes|teach\/classes|admin\/users|approvals|change-sets)\/\d+/;

export type RecentPage = { href: string; label: string };
type Kept = { viewer: string; pages: RecentPage[] };

function store(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** The pages that the viewer opened lately, the newest first; none of anybody else. */
export function readRecent(viewer: string): RecentPage[] {
  try {
    const kept = JSON.parse(store()?.getItem(KEY) ?? "null") as Kept | null;
    return kept?.viewer === viewer ? kept.pages : [];
  } catch {
    return [];
  }
}

/** Notes a page by its address and its title. What another viewer opened in this browser is forgotten. */
export function noteRecent(viewer: string, pathname: string, label: string): void {
  const href = RECORD.exec(pathname)?.[0] ?? pathname;
  const pages = [{ href, label }, ...readRecent(viewer).filter((page) => page.href !== href)].slice(0, KEPT);
  try {
    store()?.setItem(KEY, JSON.stringify({ viewer, pages } satisfies Kept));
  } catch {
    // A full or forbidden store: the palette works without it.
  }
}

export function clearRecent(): void {
  store()?.removeItem(KEY);
}
