/**
 * Which account a session cookie belongs to, as this process learnt it when the cookie last opened a session. Only for
 * counting: whether the session still lives is asked of the database with every request. A cookie that nobody has
 * proved here is counted as a stranger's, so that made-up cookies win nothing.
 */
type Holder = { [key: symbol]: Map<string, number> | undefined };
const key = Symbol.for("naga.known-sessions");
const MAX = 10_000;

// The server's hook and the pages have a copy of this module each.
function known(): Map<string, number> {
  const holder = globalThis as Holder;
  holder[key] ??= new Map();
  return holder[key];
}

/** The account of a session cookie, or undefined. */
export function accountOfCookie(cookie: string): number | undefined {
  return known().get(cookie);
}

/** Keeps what a look-up of the session said: its account, or null when it lives no more. */
export function noteSession(cookie: string, accountId: number | null): void {
  const sessions = known();
  if (accountId === null) {
    sessions.delete(cookie);
    return;
  }
  if (sessions.has(cookie)) return;
  const oldest = sessions.size >= MAX ? sessions.keys().next().value : undefined;
  if (oldest !== undefined) sessions.delete(oldest);
  sessions.set(cookie, accountId);
}
