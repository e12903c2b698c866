import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Brand } from "./brand";
import { EnvironmentBanner } from "./environment-banner";
import { environmentOfServer } from "./frame-data";
import { LanguageSwitch } from "./language-switch";
import { SkipLink } from "./skip-link";

/** The frame for whoever is not signed in: the name, the language, the page. */
export async function PublicShell({ children }: { children: ReactNode }) {
  const [t, locale, environment] = await Promise.all([
    getTranslations("layout"),
    getLocale(),
    environmentOfServer(),
  ]);
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink label={t("skip")} />
      <EnvironmentBanner environment={environment} />
      <header className="flex h-14 items-center justify-between gap-2 px-4 sm:px-6" data-print="hide">
        <Brand href="/" name={t("name")} label={t("toHome")} />
        <LanguageSwitch locale={locale} legend={t("language")} />
      </header>
      <main id="main" tabIndex={-1} className="flex w-full flex-1 flex-col px-4 pb-10 outline-none sm:px-6">
        {children}
      </main>
    </div>
  );
}
