const BASE = "http://naga.invalid";

/**
 * The address to go to after signing in, if it stays on this site, otherwise the fallback. Browsers read "//host",
 * "/\host" and a tab in between as other sites; so the address is resolved as a browser does and compared.
 */
export function safeNext(next: string | null | undefined, fallback: string): string {
  if (!next?.startsWith("/") || !URL.canParse(next, BASE)) return fallback;
  const url = new URL(next, BASE);
  if (url.origin !== BASE || url.pathname.startsWith("//")) return fallback;
  // Coming from the sign-in page, nobody wants to go there; routes answer machines, not people.
  if (/^\/(sign-in|api|_next)(\/|$)/.test(url.pathname)) return fallback;
  return `${url.pathname}${url.search}${url.hash}`;
}
