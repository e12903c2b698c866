import "server-only";
import { writeAccessLogBeforeExit } from "@/lib/platform/access-log/before-exit";
import { EnvironmentError, env } from "@/lib/platform/env/env";
import { checkDatabase } from "@/lib/platform/env/start-check";
import { beginDraining } from "@/lib/platform/health/checks";
import { lookBeforeNext } from "@/lib/platform/http/before-next";
import { compressAnswer } from "@/lib/platform/http/compress";
import { logger } from "@/lib/platform/observability/logger";
import { observeRequest } from "@/lib/platform/observability/observe-requests";
import { turnedAway } from "@/lib/platform/rate-limit/page-limit";
import { openFrontDoor } from "@/lib/platform/security/front-door-look";
import { answeredAsOdd, takeOverServers } from "@/lib/platform/security/odd-requests";
import { stampPeer } from "@/lib/platform/security/peer-address";

/** An address without its query, and without the token of a private calendar, which is a key to it. */
function withoutSecrets(url: string | undefined): string | undefined {
  return url?.split("?")[0]?.replace(/(\/api\/calendar\/)[^/]+/, "$1[token]");
}

async function startSentry(): Promise<void> {
  const { SENTRY_DSN, SENTRY_ENVIRONMENT, SENTRY_TRACES_SAMPLE_RATE, NAGA_ENV, NAGA_DEPLOYMENT_ID } = env();
  if (!SENTRY_DSN) return;
  const { init } = await import("@sentry/nextjs");
  init({
    dsn: SENTRY_DSN,
    environment: SENTRY_ENVIRONMENT ?? NAGA_ENV,
    release: NAGA_DEPLOYMENT_ID,
    tracesSampleRate: SENTRY_TRACES_SAMPLE_RATE ?? 0,
    // Cookies, headers (they carry the nonce), bodies and addresses are personal or secret.
    beforeSend(event) {
      event.request = { url: withoutSecrets(event.request?.url) };
      event.user = undefined;
      return event;
    },
  });
}

/**
 * What a web process does before its first request: check the environment and the database, know the peers and the
 * routes of its requests, report errors, drain on SIGTERM. A wrong environment ends the process with a readable list.
 */
export async function prepareServer(): Promise<void> {
  takeOverServers();
  // Whatever is turned away has been counted, knows its peer, and leaves compressed and with our headers.
  lookBeforeNext([observeRequest, stampPeer, answeredAsOdd, compressAnswer, openFrontDoor, turnedAway]);
  try {
    await checkDatabase(env());
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
  await startSentry();
  process.once("SIGTERM", () => {
    beginDraining();
    writeAccessLogBeforeExit();
  });
  logger.info({ environment: env().NAGA_ENV }, "web ready");
}
