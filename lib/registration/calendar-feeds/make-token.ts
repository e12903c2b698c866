/**
 * A random token of 256 bits, 43 letters of base64url, from the generator of the browser. It is made where it is shown,
 * so that no answer of the server, which may be stored for repeated calls (ADR 3), ever holds it.
 */
export function makeToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

/** The address of a feed, without the site. */
export function feedPath(token: string): string {
  return `/api/calendar/${token}.ics`;
}
