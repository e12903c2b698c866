import "server-only";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import { type AccountActor, actorLabel, authorise } from "@/lib/platform/access/actor";
import type { Permission } from "@/lib/platform/access/permissions";
import { findActor } from "@/lib/platform/auth/page";
import { AppError } from "@/lib/platform/errors";
import { tellError } from "@/lib/platform/errors-text";
import { claimFor, orStored } from "@/lib/platform/idempotency/claim";
import { currentContext, withContext } from "@/lib/platform/observability/context";
import { metrics } from "@/lib/platform/observability/metrics";
import { consume, limitKey } from "@/lib/platform/rate-limit/consume";
import type { PolicyName } from "@/lib/platform/rate-limit/policies";
import { assertOwnOrigin } from "@/lib/platform/security/origin";
import { requestIdOf } from "@/lib/platform/security/request-id";
import { isKeepable } from "@/lib/platform/validation/keepable";
import { fieldCodes } from "@/lib/platform/validation/zod-codes";

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Access = Permission | "signed_in" | "public";
type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

type Definition<A extends Access, P, Q, B> = {
  /** `<domain>.<verb>`, as in the access matrix and the metrics. */
  name: string;
  method: Method;
  permission: A;
  rateLimit: PolicyName;
  /** Schemas of path, query and JSON body; a route without a body schema reads `request` itself. */
  params?: P;
  query?: Q;
  body?: B;
};

type Given<A extends Access, P, Q, B> = {
  /** Null only for public routes that nobody is signed in to. */
  actor: A extends "public" ? AccountActor | null : AccountActor;
  params: Parsed<P>;
  query: Parsed<Q>;
  body: Parsed<B>;
  request: NextRequest;
};

type Schema = z.ZodType | undefined;
type NextContext = { params: Promise<Record<string, string | string[] | undefined>> };

/** Headers that every answer carries: personal data is never kept by a cache. */
function stamp(response: Response, requestId: string): Response {
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", "private, no-store");
  response.headers.set("x-request-id", requestId);
  return response;
}

function parse<S extends Schema>(schema: S, value: () => unknown, part: string): Parsed<S> {
  if (!schema) return undefined as Parsed<S>;
  const given = value();
  const result = isKeepable(given) ? schema.safeParse(given) : null;
  if (result?.success) return result.data as Parsed<S>;
  // A path that cannot be an id names nothing: the same answer as for an unknown one.
  if (part === "params") throw new AppError("not_found", "platform.not_found");
  throw new AppError("invalid", "validation.failed", result ? { fields: fieldCodes(result.error) } : {});
}

async function readJson(request: NextRequest): Promise<unknown> {
  const text = await request.text();
  if (text.length > 1_000_000) throw new AppError("too_large", "platform.body_too_large");
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("invalid", "platform.body_not_json", { cause });
  }
}

/** The claim of a request that carries a key. A body that the route reads itself counts by its length and hash. */
function claimOf(name: string, actor: AccountActor | null, request: NextRequest, json: unknown) {
  const key = request.headers.get("idempotency-key");
  if (!key || !actor) return undefined;
  const { pathname, search } = request.nextUrl;
  const announced = ["content-length", "x-content-sha256"].map((header) => request.headers.get(header));
  return claimFor(actor.accountId, key, name, { pathname, search, json, announced });
}

/** RFC 9457 problem of an error, in the reader's language. */
export async function problemResponse(thrown: unknown, where: string): Promise<Response> {
  const told = await tellError(thrown, where);
  const status = new AppError(told.kind, told.code).status;
  return Response.json(
    {
      type: `urn:naga:error:${told.code}`,
      title: told.message,
      status,
      code: told.code,
      instance: told.reference,
      ...(told.fields ? { fields: told.fields } : {}),
      ...(told.explained ? { explained: told.explained } : {}),
    },
    {
      status,
      headers: {
        "content-type": "application/problem+json; charset=utf-8",
        ...(told.retryAfter === undefined ? {} : { "retry-after": String(Math.ceil(told.retryAfter)) }),
      },
    },
  );
}

/**
 * The one wrapper of route handlers: request id, actor, Origin check on writes, permission, rate limit, input,
 * idempotency by the header `Idempotency-Key`, answer as JSON or Response, errors as RFC 9457 problems.
 * For routes outside proxy.ts it makes the request id itself.
 */
export function route<
  A extends Access,
  P extends Schema = undefined,
  Q extends Schema = undefined,
  B extends Schema = undefined,
>(definition: Definition<A, P, Q, B>, handle: (given: Given<A, P, Q, B>) => Promise<unknown>) {
  const { name, method, permission } = definition;

  async function answer(
    request: NextRequest,
    context: NextContext,
    actor: AccountActor | null,
  ): Promise<Response> {
    if (method !== "GET") assertOwnOrigin(request.headers);
    if (permission !== "public" && !actor) throw new AppError("unauthenticated", "access.sign_in_first");
    if (actor && permission !== "public" && permission !== "signed_in") authorise(actor, permission);
    await consume(definition.rateLimit, limitKey(actor, request.headers));
    const pathParams = await context.params;
    const params = parse(definition.params, () => pathParams, "params");
    const query = parse(definition.query, () => Object.fromEntries(request.nextUrl.searchParams), "query");
    const json = definition.body ? await readJson(request) : undefined;
    const body = parse(definition.body, () => json, "body");
    const once = () => handle({ actor, params, query, body, request } as Given<A, P, Q, B>);
    const idempotency = method === "GET" ? undefined : claimOf(name, actor, request, json);
    const result = await (idempotency
      ? withContext({ ...currentContext(), idempotency }, () => orStored(once))
      : once());
    return result instanceof Response ? result : Response.json(result ?? null);
  }

  return async (request: NextRequest, context: NextContext): Promise<Response> => {
    const requestId = requestIdOf(request.headers);
    // A database that is lost here is told like one that is lost later.
    const found = await findActor().then(
      (actor) => ({ actor, lost: null }),
      (error: unknown) => ({ actor: null, lost: { error } }),
    );
    const label = found.actor ? actorLabel(found.actor) : null;
    const response = await withContext({ requestId, actor: label }, async () => {
      try {
        if (found.lost) throw found.lost.error;
        return await answer(request, context, found.actor);
      } catch (error) {
        return problemResponse(error, name);
      }
    });
    if (request.nextUrl.pathname.startsWith("/api/v1/")) metrics().apiRequests.inc({ key: "session" });
    return stamp(response, requestId);
  };
}
