import { getRequestConfig } from "next-intl/server";
import { timeZone } from "./locales";
import { messageFormats } from "./message-formats";
import { messages } from "./messages";
import { requestPreferences } from "./preferences";

/** What next-intl asks for once per request: language, messages, number formats and the campus's time zone. */
export default getRequestConfig(async ({ locale: asked }) => {
  const preferences = await requestPreferences();
  const locale = asked ?? preferences.locale;
  return {
    locale,
    timeZone,
    messages: messages[locale],
    formats: messageFormats(locale, preferences.digits),
  };
});
