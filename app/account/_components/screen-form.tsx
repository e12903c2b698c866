"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { densityCookie, rememberInBrowser, themeCookie } from "@/components/layout/preference-cookies";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast-store";
import type { Preferences } from "@/lib/platform/access/actor";
import { savePreferences } from "@/lib/platform/auth/account-actions";
import { localeCookie } from "@/lib/platform/i18n/locales";

export type Choices = Record<keyof Preferences, { label: string; options: Record<string, string> }>;

type Props = { values: Preferences; choices: Choices; texts: { save: string; saved: string } };

/** The four choices as lists; saved together, seen at once. */
export function ScreenForm({ values, choices, texts }: Props) {
  const router = useRouter();
  const sent = useRef(values);
  return (
    <ActionForm<Preferences>
      id="preferences"
      action={savePreferences}
      defaultValues={values}
      keepDraft={false}
      toInput={(typed) => {
        sent.current = typed;
        return typed;
      }}
      onSuccess={() => {
        show(sent.current);
        toast.success(texts.saved);
        router.refresh();
      }}
    >
      {(Object.keys(choices) as (keyof Preferences)[]).map((name) => (
        <Field key={name} name={name} label={choices[name].label}>
          {(control) => (
            <Select defaultValue={values[name]} {...control}>
              {Object.entries(choices[name].options).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ))}
      <SubmitButton>{texts.save}</SubmitButton>
    </ActionForm>
  );
}

/** The root element keeps what the server wrote; and this browser remembers it for the sign-in page. */
function show({ locale, theme, density }: Preferences): void {
  Object.assign(document.documentElement.dataset, { theme, density });
  rememberInBrowser(localeCookie, locale);
  rememberInBrowser(themeCookie, theme);
  rememberInBrowser(densityCookie, density);
}
