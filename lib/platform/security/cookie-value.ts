/** The value of a cookie in a Cookie header, as it was sent; undefined when it is not there. */
export function cookieValue(header: string | null | undefined, name: string): string | undefined {
  if (!header) return undefined;
  const start = `${name}=`;
  for (let from = 0; ; ) {
    const at = header.indexOf(start, from);
    if (at < 0) return undefined;
    // Another cookie's name may end like ours.
    if (at === 0 || header[at - 1] === " " || header[at - 1] === ";") {
      const end = header.indexOf(";", at);
      return header.slice(at + start.length, end < 0 ? undefined : end).trim();
    }
    from = at + start.length;
  }
}
