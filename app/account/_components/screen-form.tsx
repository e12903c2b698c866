"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { useAction } from "@/components/forms/use-action";
import { densityCookie, rememberInBrowser, themeCookie } from "@/components/layout/preference-cookies";
import { Button } from "@/components/ui/button";
import { Label } from "@/components/ui/label";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast-store";
import type { Preferences } from "@/lib/platform/access/actor";
import { savePreferences } from "@/lib/platform/auth/account-actions";
import { localeCookie } from "@/lib/platform/i18n/locales";

export type Choices = Record<keyof Preferences, { label: string; options: Record<string, string> }>;

type Props = { values: Preferences; choices: Choices; texts: { save: string; saved: string } };

/**
 * The four choices as lists; saved together, seen at once. A list cannot be filled in wrongly, so this is a bare form:
 * students open the page on a phone, and <ActionForm> would be a third of its script.
 */
export function ScreenForm({ values, choices, texts }: Props) {
  const router = useRouter();
  const sent = useRef(values);
  const { run, pending } = useAction(savePreferences, {
    onSuccess() {
      show(sent.current);
      toast.success(texts.saved);
      router.refresh();
    },
  });
  return (
    <form
      id="preferences"
      className="flex max-w-xl flex-col gap-stack"
      onSubmit={(event) => {
        event.preventDefault();
        sent.current = Object.fromEntries(new FormData(event.currentTarget)) as Preferences;
        void run(sent.current);
      }}
    >
      {(Object.keys(choices) as (keyof Preferences)[]).map((name) => (
        <div key={name} className="grid gap-1.5">
          <Label htmlFor={`preferences-${name}`}>{choices[name].label}</Label>
          <Select id={`preferences-${name}`} name={name} defaultValue={values[name]}>
            {Object.entries(choices[name].options).map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        </div>
      ))}
      <div>
        <Button type="submit" pending={pending}>
          {texts.save}
        </Button>
      </div>
    </form>
  );
}

/** The root element keeps what the server wrote; and this browser remembers it for the sign-in page. */
function show({ locale, theme, density }: Preferences): void {
  Object.assign(document.documentElement.dataset, { theme, density });
  rememberInBrowser(localeCookie, locale);
  rememberInBrowser(themeCookie, theme);
  rememberInBrowser(densityCookie, density);
}
