/** Sends an unexpected error to Sentry when a DSN is configured; loaded only then. Never given personal data. */
export function reportError(error: unknown, context: { where: string; requestId?: string }): void {
  if (!process.env.SENTRY_DSN) return;
  void import("@sentry/nextjs").then(({ captureException }) => {
    captureException(error, { tags: { where: context.where, request_id: context.requestId } });
  });
}
