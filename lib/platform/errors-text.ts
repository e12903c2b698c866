import "server-only";
import { getTranslations } from "next-intl/server";
import { AppError, type ErrorKind, isAppError } from "@/lib/platform/errors";
import type { Explained } from "@/lib/platform/explained";
import { loose } from "@/lib/platform/i18n/explain-text";
import { getWhyText } from "@/lib/platform/i18n/get-why-text";
import type { WhyText } from "@/lib/platform/i18n/why-text";
import { currentContext, currentRequestId } from "@/lib/platform/observability/context";
import { logger } from "@/lib/platform/observability/logger";
import { reportError } from "@/lib/platform/observability/report";
import { readCode } from "@/lib/platform/validation/zod-codes";

/** An error as a browser or a machine may see it: nothing of the inside, a reference to find it in the log. */
export type ToldError = {
  code: string;
  kind: ErrorKind;
  /** Sentence in the reader's language: what happened and what to do. */
  message: string;
  /** Sentences by field. */
  fields?: Record<string, string[]>;
  explained?: Explained<unknown>;
  /** The explanation as sentences, for the popover. */
  why?: WhyText;
  reference: string;
  /** Seconds until a new try makes sense. */
  retryAfter?: number;
  /** Page of what stands in the way. */
  href?: string;
};

/** Makes an expected error of whatever was thrown. What nobody expected is logged and reported once, here. */
export function expectedError(thrown: unknown, where: string): AppError {
  if (isAppError(thrown)) {
    if (thrown.kind === "internal") logger.error({ err: thrown, where, code: thrown.code }, "internal error");
    return thrown;
  }
  logger.error({ err: thrown, where }, "unexpected error");
  reportError(thrown, { where, requestId: currentContext()?.requestId });
  return new AppError("internal", "platform.internal", { cause: thrown });
}

/** Tells an error in the language of the running request. */
export async function tellError(thrown: unknown, where: string): Promise<ToldError> {
  const error = expectedError(thrown, where);
  const translate = loose(await getTranslations("errors"));
  const say = (code: string, params: Record<string, string | number> = {}) =>
    translate.has(code) ? translate(code, params) : translate("platform.internal");
  const fields =
    error.fields &&
    Object.fromEntries(
      Object.entries(error.fields).map(([field, codes]) => [
        field,
        codes.map((text) => {
          const { code, params } = readCode(text);
          return say(code, { ...error.params, ...params });
        }),
      ]),
    );
  return {
    code: error.code,
    kind: error.kind,
    message: say(error.code, error.params),
    ...(fields ? { fields } : {}),
    ...(error.explained ? { explained: error.explained, why: await getWhyText(error.explained) } : {}),
    ...(error.retryAfter === undefined ? {} : { retryAfter: error.retryAfter }),
    ...(error.href === undefined ? {} : { href: error.href }),
    reference: currentRequestId(),
  };
}
