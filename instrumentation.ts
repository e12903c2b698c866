import type { Instrumentation } from "next";

/** Runs once when the server starts, before its first request; refuses to start on a wrong environment. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { prepareServer } = await import("@/lib/platform/observability/prepare-server");
  await prepareServer();
}

/** Errors that rendering or a route did not handle: logged with the request, reported when nobody expected them. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { reportRequestError } = await import("@/lib/platform/observability/request-error");
  reportRequestError(error, request.headers["x-request-id"], context.routePath);
};
