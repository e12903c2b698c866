import "server-only";
import { createTransport } from "nodemailer";
import type SmtpPool from "nodemailer/lib/smtp-pool";
import { env } from "@/lib/platform/env/env";
import { AppError } from "@/lib/platform/errors";

export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** The same for every try to send the same message, so that a server that got it twice keeps one. */
  messageId: string;
};

/**
 * What became of a mail. `refused` for good, `deferred` for now: the server said so of this mail. `uncertain`: the line
 * broke while it was handed over. `unreachable`: the server heard nothing of it.
 */
export type Sent =
  | { result: "sent" }
  | { result: "refused" | "deferred" | "uncertain" | "unreachable"; answer: string };

export type Mailer = { send(mail: Mail): Promise<Sent>; close(): void };

const TIMEOUT_MS = 20_000;
/** What a server may say is kept up to here. */
const ANSWER_MAX = 300;

/**
 * A connection to the mail server, kept for many mails, at most NAGA_MAIL_RATE a second. For the worker.
 * @throws AppError `messages.mail_off` where none is configured
 */
export function openMailer(): Mailer {
  const { NAGA_SMTP_URL: url, NAGA_MAIL_FROM: from, NAGA_MAIL_RATE: rate } = env();
  if (!url || !from) throw new AppError("refused", "messages.mail_off");
  const options: SmtpPool.Options & { maxRequeues: number } = {
    url,
    pool: true,
    maxConnections: 1,
    // Otherwise the library sends a mail again whose connection broke, and somebody has it twice.
    maxRequeues: 0,
    rateDelta: 1_000,
    rateLimit: rate,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    // A mail is made of its words alone, whatever they look like.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  const transport = createTransport(options);
  return {
    close: () => transport.close(),
    async send({ to, ...mail }) {
      try {
        // As an object the address is one address, and not a list that somebody wrote into the field.
        await transport.sendMail({ ...mail, from, to: { name: "", address: to } });
        return { result: "sent" };
      } catch (error) {
        return judge(error as SmtpError);
      }
    },
  };
}

type SmtpError = Error & { code?: string; syscall?: string; responseCode?: number; response?: string };

/** Ways in which no conversation begins: nobody there, no greeting, no entry. */
const NO_CONVERSATION = /^(?:Connection timeout|Greeting never received|Invalid greeting)/;

/** What an error of the mail library means for the mail. @public for its test */
export function judge({ code, syscall, responseCode, response, message }: SmtpError): Sent {
  const answer = (response ?? message).replace(/\s+/g, " ").slice(0, ANSWER_MAX);
  if (code === "EAUTH" || code === "EDNS" || syscall === "connect" || NO_CONVERSATION.test(message)) {
    return { result: "unreachable", answer };
  }
  if (responseCode !== undefined) return { result: responseCode >= 500 ? "refused" : "deferred", answer };
  // The library itself refuses what is no address.
  if (code === "EENVELOPE") return { result: "refused", answer };
  return { result: "uncertain", answer };
}
