import type { Digits, Locale } from "./locales";
import type { messageFormats } from "./message-formats";
import type { Messages } from "./messages";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
    Formats: ReturnType<typeof messageFormats>;
  }
}

declare module "use-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
    Formats: ReturnType<typeof messageFormats>;
  }
}

export type { Digits };
