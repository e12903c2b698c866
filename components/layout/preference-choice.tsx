"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Icon, type IconName } from "@/components/ui/icon";
import type { Preferences } from "@/lib/platform/access/actor";
import { savePreferences } from "@/lib/platform/auth/account-actions";
import { chosenLocaleCookie } from "@/lib/platform/i18n/locales";
import { rememberInBrowser, SIGN_IN_SECONDS } from "./preference-cookies";

type Choice = { value: string; label: string; lang?: string; icon?: IconName; title?: string };

type Props = {
  name: "locale" | "theme" | "density";
  value: string;
  options: Choice[];
  legend: string;
  /** Everything that the account keeps; absent for visitors, whose browser remembers. */
  preferences?: Preferences;
  className?: string;
};

/**
 * One of a few settings of the screen, side by side. The choice shows at once; the account follows. Only the language
 * needs the page again.
 */
export function PreferenceChoice({ name, value, options, legend, preferences, className }: Props) {
  const router = useRouter();
  const [chosen, setChosen] = useState(value);
  const [pending, start] = useTransition();

  function choose(next: string) {
    if (next === chosen) return;
    setChosen(next);
    rememberInBrowser(`naga_${name}`, next);
    if (!preferences && name === "locale") rememberInBrowser(chosenLocaleCookie, next, SIGN_IN_SECONDS);
    if (name !== "locale") document.documentElement.dataset[name] = next;
    start(async () => {
      if (preferences) await savePreferences({ ...currentPreferences(preferences), [name]: next });
      if (name === "locale") router.refresh();
    });
  }

  return (
    <fieldset
      aria-busy={pending}
      className={className ?? "grid auto-cols-fr grid-flow-col rounded-md bg-muted p-0.5 text-sm"}
    >
      <legend className="sr-only">{legend}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          title={option.title ?? option.label}
          lang={option.lang}
          className="frame-choice"
        >
          <input
            type="radio"
            name={`preference-${name}`}
            value={option.value}
            checked={chosen === option.value}
            onChange={() => choose(option.value)}
            className="sr-only"
          />
          {option.icon ? <Icon name={option.icon} /> : null}
          <span className={option.icon ? "sr-only" : undefined}>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What the screen shows now: another choice may have been made since the page was drawn. */
function currentPreferences(drawn: Preferences): Preferences {
  const { theme, density } = document.documentElement.dataset;
  return {
    ...drawn,
    theme: (theme as Preferences["theme"] | undefined) ?? drawn.theme,
    density: (density as Preferences["density"] | undefined) ?? drawn.density,
  };
}
