import type { Preferences } from "@/lib/platform/access/actor";
import { PreferenceChoice } from "./preference-choice";

const LANGUAGES = [
  { value: "en", label: "EN", title: "English", lang: "en" },
  { value: "km", label: "ខ្មែរ", title: "ភាសាខ្មែរ", lang: "km" },
];

type Props = {
  locale: string;
  legend: string;
  /** What the account keeps; absent for visitors. */
  preferences?: Preferences;
};

/** EN or ខ្មែរ, each written in its own script so that it is found from the other language. */
export function LanguageSwitch({ locale, legend, preferences }: Props) {
  return (
    <PreferenceChoice
      key={locale}
      name="locale"
      value={locale}
      legend={legend}
      preferences={preferences}
      className="flex shrink-0 rounded-md bg-muted p-0.5 text-sm"
      options={LANGUAGES}
    />
  );
}
