import en from "@/lib/platform/i18n/messages/en/states.json";
import km from "@/lib/platform/i18n/messages/km/states.json";

/** The texts of the failed state alone; the bundler leaves the rest of the two files behind. */
export const failedTexts = { en: en.failed, km: km.failed };
