import "server-only";
import type { NamespaceKeys, NestedKeyOf } from "next-intl";
import type { ReactNode } from "react";
import { MoreIntlMessages, RootIntlProvider } from "./client-provider";
import type { Locale } from "./locales";
import { type Messages, messages } from "./messages";
import { requestPreferences } from "./preferences";

/** A namespace, or a part of one such as "errors.validation". */
export type MessagePath = NamespaceKeys<Messages, NestedKeyOf<Messages>>;

type Tree = { [key: string]: Tree | string };

const picks = new Map<string, string>();

/** The messages as one text: React would examine each of them anew for every page. */
function picked(locale: Locale, paths: readonly MessagePath[]): string {
  const key = `${locale} ${paths.join()}`;
  let text = picks.get(key);
  if (text === undefined) {
    text = JSON.stringify(pick(locale, paths));
    picks.set(key, text);
  }
  return text;
}

function pick(locale: Locale, paths: readonly MessagePath[]): Partial<Messages> {
  const picked: Tree = {};
  for (const path of paths) {
    const steps = path.split(".");
    let from: Tree | string | undefined = messages[locale] as Tree;
    let to = picked;
    for (const [index, step] of steps.entries()) {
      from = typeof from === "object" ? from[step] : undefined;
      if (from === undefined) break;
      if (index === steps.length - 1) to[step] = from;
      else {
        to[step] ??= {};
        to = to[step] as Tree;
      }
    }
  }
  return picked as Partial<Messages>;
}

type Props = { namespaces: readonly MessagePath[]; children: ReactNode };

/** For the root layout alone: sets language and digits for client components and hands them the shell's messages. */
export async function RootMessages({ namespaces, children }: Props) {
  const { locale, digits, person } = await requestPreferences();
  return (
    <RootIntlProvider locale={locale} digits={digits} person={person} messages={picked(locale, namespaces)}>
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
  return <MoreIntlMessages messages={picked(locale, namespaces)}>{children}</MoreIntlMessages>;
}
