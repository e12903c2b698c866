"use client";

import { IntlProvider, useMessages } from "next-intl";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { type Formatter, formatter } from "./formatter";
import type { Digits, Locale } from "./locales";
import { timeZone } from "./locales";
import { messageFormats } from "./message-formats";
import type { Messages } from "./messages";

type Preferences = { locale: Locale; digits: Digits; person: string };

const PreferencesContext = createContext<Preferences>({ locale: "en", digits: "western", person: "" });

type Props = Preferences & {
  /** Messages as JSON. */
  messages: string;
  children: ReactNode;
};

/** The outermost provider: language, digits, time zone and the messages of the shell. */
export function RootIntlProvider({ locale, digits, person, messages, children }: Props) {
  const preferences = useMemo(() => ({ locale, digits, person }), [locale, digits, person]);
  const parsed = useMemo(() => JSON.parse(messages) as Messages, [messages]);
  return (
    <PreferencesContext value={preferences}>
      <IntlProvider
        locale={locale}
        timeZone={timeZone}
        formats={messageFormats(locale, digits)}
        messages={parsed}
      >
        {children}
      </IntlProvider>
    </PreferencesContext>
  );
}

/** Joins two levels deep: a layout may hand "errors.validation" and a page "errors.people". */
function merge(above: Messages, more: Partial<Messages>): Messages {
  const merged: Record<string, object> = { ...above };
  for (const [name, tree] of Object.entries(more)) merged[name] = { ...merged[name], ...tree };
  return merged as Messages;
}

/** Adds namespaces to those of the providers above. */
export function MoreIntlMessages({ messages, children }: Pick<Props, "messages" | "children">) {
  const { locale } = useContext(PreferencesContext);
  const above = useMessages() as Messages;
  const merged = useMemo(() => merge(above, JSON.parse(messages) as Partial<Messages>), [above, messages]);
  return (
    <IntlProvider locale={locale} messages={merged}>
      {children}
    </IntlProvider>
  );
}

/** Id of the signed-in account as text, "" for visitors. */
export function usePerson(): string {
  return useContext(PreferencesContext).person;
}

/** Dates, numbers, money and names as this person reads them. */
export function useFormat(): Formatter {
  const { locale, digits } = useContext(PreferencesContext);
  return useMemo(() => formatter(locale, digits), [locale, digits]);
}
