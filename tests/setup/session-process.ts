/**
 * Another server process, as far as sessions go: it has its own modules, pool and cache of cookies, and answers each
 * cookie with the account behind it, or null. Started by `fork`; DATABASE_URL says where.
 */
import { loadSession } from "@/lib/platform/auth/session-lookup";
import { decodeToken } from "@/lib/platform/auth/token";

process.on("message", async (cookie: string) => {
  const token = await decodeToken(cookie);
  const session = token && (await loadSession(token));
  process.send?.(session?.actor.accountId ?? null);
});
process.send?.("ready");
