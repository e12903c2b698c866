import "server-only";
import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { problemResponse } from "@/lib/platform/api/route";
import { keycloak } from "@/lib/platform/auth/keycloak/config";
import { comeFromKeycloak, goToKeycloak, refuse } from "@/lib/platform/auth/keycloak/flow";
import { nextAuthOptions } from "@/lib/platform/auth/next-auth-options";
import { AppError } from "@/lib/platform/errors";
import { withContext } from "@/lib/platform/observability/context";
import { consume, limitKey } from "@/lib/platform/rate-limit/consume";
import { assertOwnOrigin, isMutation } from "@/lib/platform/security/origin";
import { requestIdOf } from "@/lib/platform/security/request-id";

type Context = { params: Promise<{ nextauth: string[] }> };

/** What next-auth may be asked; its log (`_log`) would take whatever anybody writes into ours. */
const KNOWN = new Set(["callback", "csrf", "error", "providers", "signin", "signout"]);

/** Answers /api/auth/…: the callbacks of providers and next-auth's own pages, which lead to ours. */
export async function answerNextAuth(request: NextRequest, context: Context): Promise<Response> {
  return withContext({ requestId: requestIdOf(request.headers) }, () => answer(request, context));
}

async function answer(request: NextRequest, context: Context): Promise<Response> {
  try {
    const [task = "", provider] = (await context.params).nextauth;
    if (!KNOWN.has(task)) throw new AppError("not_found", "platform.not_found");
    if (isMutation(request.method)) assertOwnOrigin(request.headers);
    if (provider === "keycloak") return await keycloakTask(request, context, task);
    // A password in an address: next-auth would call it an error of the server.
    if (task === "callback" && !isMutation(request.method))
      throw new AppError("not_found", "platform.not_found");
    await consume("auth", limitKey(null, request.headers));
    const response: Response = await NextAuth(request, context, nextAuthOptions());
    response.headers.set("cache-control", "private, no-store");
    return response;
  } catch (error) {
    return problemResponse(error, "auth.next-auth");
  }
}

/** Only by GET: the code comes back in the address, and a form of another site must not bring one. */
async function keycloakTask(request: NextRequest, context: Context, task: string): Promise<Response> {
  const known = task === "signin" || task === "callback";
  if (!known || !keycloak() || request.method !== "GET")
    throw new AppError("not_found", "platform.not_found");
  try {
    await consume("auth", limitKey(null, request.headers));
  } catch (error) {
    // A person stands before this: they read a sentence, not a problem.
    return refuse(error, null);
  }
  return task === "signin" ? goToKeycloak(request) : comeFromKeycloak(request, context);
}
