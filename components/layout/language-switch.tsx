import { getLocale, getTranslations } from "next-intl/server";
import type { AccountActor } from "@/lib/platform/access/actor";
import { savePreferences } from "@/lib/platform/auth/account-actions";
import { PreferenceChoice } from "./preference-choice";

/** EN or ខ្មែរ, each written in its own script so that it is found from the other language. */
export async function LanguageSwitch({ actor }: { actor?: AccountActor | null }) {
  const [t, locale] = await Promise.all([getTranslations("layout"), getLocale()]);
  return (
    <PreferenceChoice
      key={locale}
      name="locale"
      value={locale}
      legend={t("language")}
      account={actor ? { preferences: preferencesOf(actor), save: savePreferences } : undefined}
      className="flex shrink-0 rounded-md bg-muted p-0.5 text-sm"
      options={[
        { value: "en", label: "EN", title: "English", lang: "en" },
        { value: "km", label: "ខ្មែរ", title: "ភាសាខ្មែរ", lang: "km" },
      ]}
    />
  );
}

/** The part of an actor that the account keeps about the screen. */
export function preferencesOf({ locale, digits, theme, density }: AccountActor) {
  return { locale, digits, theme, density };
}
