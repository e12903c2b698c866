import "server-only";
import { isAppError } from "@/lib/platform/errors";
import { logger } from "@/lib/platform/observability/logger";
import { reportError } from "@/lib/platform/observability/report";

/** Logs an error of rendering under the reference that the error page shows; what nobody expected goes to Sentry. */
export function reportRequestError(
  error: unknown,
  requestId: string | string[] | undefined,
  where: string,
): void {
  const reference = Array.isArray(requestId) ? requestId[0] : requestId;
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  logger.error({ err: error, requestId: reference, digest, where }, "unhandled error");
  if (!isAppError(error)) reportError(error, { where, requestId: reference });
}
