import { createTranslator } from "use-intl/core";
import type { Digits, Locale } from "./locales";
import { timeZone } from "./locales";
import { messageFormats } from "./message-formats";
import { type Messages, messages, type Namespace } from "./messages";

/**
 * Messages for code that runs outside a request (worker, command line, documents).
 * Inside Next use `getTranslations` of next-intl/server.
 */
export function translator<N extends Namespace>(namespace: N, locale: Locale, digits: Digits = "western") {
  return createTranslator<Messages, N>({
    locale,
    timeZone,
    namespace: namespace as never,
    messages: messages[locale],
    formats: messageFormats(locale, digits),
  });
}
