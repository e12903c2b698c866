import "server-only";
import type { ReactNode } from "react";
import { MoreIntlMessages, RootIntlProvider } from "./client-provider";
import type { Locale } from "./locales";
import { type Messages, messages, type Namespace } from "./messages";
import { requestPreferences } from "./preferences";

function pick(locale: Locale, namespaces: readonly Namespace[]): Partial<Messages> {
  const all = messages[locale];
  return Object.fromEntries(namespaces.map((name) => [name, all[name]]));
}

type Props = { namespaces: readonly Namespace[]; children: ReactNode };

/** For the root layout alone: sets language and digits for client components and hands them the shell's messages. */
export async function RootMessages({ namespaces, children }: Props) {
  const { locale, digits } = await requestPreferences();
  return (
    <RootIntlProvider locale={locale} digits={digits} messages={pick(locale, namespaces)}>
      {children}
    </RootIntlProvider>
  );
}

/**
 * Hands client components inside it the messages of these namespaces, beside those of the layouts above. Everything
 * listed travels with the page: list what client components use, and pass single texts as props instead.
 */
export async function ClientMessages({ namespaces, children }: Props) {
  const { locale } = await requestPreferences();
  return <MoreIntlMessages messages={pick(locale, namespaces)}>{children}</MoreIntlMessages>;
}
