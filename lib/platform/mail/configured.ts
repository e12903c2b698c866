import "server-only";
import { env } from "@/lib/platform/env/env";

/** Whether this installation sends mails: a mail server is named. */
export function mailConfigured(): boolean {
  return env().NAGA_SMTP_URL !== undefined;
}
