/** The state of a list as it stands in the URL: only what differs from the default. */
export type UrlParams = Readonly<Record<string, string>>;

/** Changes to the state: text sets, null or "" removes. */
export type UrlChanges = Readonly<Record<string, string | number | null | undefined>>;

/**
 * The address of a list with some of its state changed. A change of anything but the page leads back to the first
 * page, since the tenth page of another search means nothing.
 */
export function listHref(path: string, params: UrlParams, changes: UrlChanges): string {
  const merged = new Map(Object.entries(params));
  if (!("page" in changes)) merged.delete("page");
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || value === undefined || value === "") merged.delete(key);
    else merged.set(key, String(value));
  }
  const query = [...merged]
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value).replaceAll("%2C", ",")}`)
    .join("&");
  return query ? `${path}?${query}` : path;
}

/** Page state of a Next page (`searchParams`) as flat text; of a repeated parameter the last counts. */
export function flatParams(searchParams: Record<string, string | string[] | undefined>): UrlParams {
  const flat: Record<string, string> = {};
  for (const [key, value] of Object.entries(searchParams)) {
    const last = Array.isArray(value) ? value.at(-1) : value;
    if (last) flat[key] = last;
  }
  return flat;
}
