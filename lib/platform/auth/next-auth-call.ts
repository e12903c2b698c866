import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth, { type NextAuthOptions } from "next-auth";
import { sessionCookieName, writeSessionCookie } from "@/lib/platform/auth/cookie";
import { nextAuthOptions } from "@/lib/platform/auth/next-auth-options";
import { decodeToken } from "@/lib/platform/auth/token";
import { env } from "@/lib/platform/env/env";

const CSRF_COOKIE = /csrf-token$/;

/**
 * Signs in through a credentials provider of next-auth from inside a server action, so that our form works in one
 * request and without JavaScript, while next-auth remains the only way in. Next has checked the Origin of the
 * action; next-auth's own token is therefore made here and compared with itself.
 * Throws what the provider refused with (see `sign-in.ts`).
 */
export async function signInThrough(
  provider: "password" | "persona",
  credentials: Record<string, string>,
): Promise<void> {
  let refusal: unknown;
  const options = nextAuthOptions({
    onRefusal: (error) => {
      refusal = error;
    },
  });
  const answer = await askNextAuth(["callback", provider], credentials, options);
  if (refusal) throw refusal;
  const session = await decodeToken(answer.cookie(sessionCookieName()));
  if (!session) throw new Error(`next-auth opened no session through ${provider}`);
  await writeSessionCookie(session);
}

export type Answer = {
  /** Where next-auth would send the browser. */
  redirect: string | undefined;
  /** Lines of Set-Cookie. */
  cookies: string[];
  cookie: (name: string) => string | undefined;
};

/** Asks next-auth from inside, as its own form with its own token would. `task` is the path below /api/auth. */
export async function askNextAuth(
  task: string[],
  body: Record<string, string>,
  options: NextAuthOptions,
  query: Record<string, string> = {},
): Promise<Answer> {
  const token = randomBytes(32).toString("hex");
  const hash = createHash("sha256").update(`${token}${env().NEXTAUTH_SECRET}`).digest("hex");
  const answer = recorder();
  const request = {
    method: "POST",
    headers: {},
    query: { ...query, nextauth: task },
    cookies: new Proxy(
      {},
      { get: (_, name) => (CSRF_COOKIE.test(String(name)) ? `${token}|${hash}` : undefined) },
    ),
    body: { ...body, csrfToken: token, json: "true" },
  };
  await NextAuth(
    request as unknown as NextApiRequest,
    answer.response as unknown as NextApiResponse,
    options,
  );
  const cookies = answer.cookies();
  return {
    redirect: answer.url(),
    cookies,
    cookie: (name) =>
      cookies
        .find((line) => line.startsWith(`${name}=`))
        ?.slice(name.length + 1)
        .split(";")[0],
  };
}

/** As much of a Node response as next-auth writes to. */
function recorder() {
  const headers = new Map<string, string | string[]>();
  let url: string | undefined;
  const response = {
    status: () => response,
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader: (name: string, value: string | string[]) => headers.set(name.toLowerCase(), value),
    json: (said: { url?: string } | undefined) => {
      url = said?.url;
      return response;
    },
    send: () => response,
    end: () => response,
  };
  return { response, url: () => url, cookies: () => [headers.get("set-cookie") ?? []].flat() };
}
