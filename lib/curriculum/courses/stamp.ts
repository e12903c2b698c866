/** The state of what a course asks for, as one short text: whoever saves on another state is told that it changed. */
export function requisitesStamp(rows: readonly { id: number; version: number }[]): string {
  const sum = rows
    .map(({ id, version }) => `${id}.${version}`)
    .sort()
    .join(" ");
  let hash = 5381;
  for (const letter of sum) hash = (hash * 33 + letter.charCodeAt(0)) % 4_294_967_291;
  return `${rows.length}-${hash.toString(36)}`;
}
