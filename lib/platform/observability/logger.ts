import { pino } from "pino";
import { currentContext } from "@/lib/platform/observability/context";

/**
 * The log: one JSON object a line on standard output, with the id of the request.
 * Personal data does not belong here: log ids, never names, phones or e-mails.
 */
export const logger = pino({
  level: process.env.NAGA_LOG_LEVEL ?? "info",
  base: { service: "naga", environment: process.env.NAGA_ENV ?? "local" },
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  redact: {
    paths: ["password", "*.password", "token", "*.token", "authorization", "cookie"],
    censor: "[removed]",
  },
  mixin: () => {
    const context = currentContext();
    return context ? { requestId: context.requestId, actor: context.actor ?? undefined } : {};
  },
});
