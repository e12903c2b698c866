import interLatin from "@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?address";
import kantumruyKhmer from "@fontsource-variable/kantumruy-pro/files/kantumruy-pro-khmer-wght-normal.woff2?address";
import type { Metadata, Viewport } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { type ReactNode, Suspense } from "react";
import { preload } from "react-dom";
import { Behaviours } from "@/components/layout/behaviours";
import { ConnectionNotices } from "@/components/layout/connection-notices";
import { NavigationProgress } from "@/components/layout/navigation-progress";
import { screenPreferences } from "@/components/layout/screen-preferences";
import { Toaster } from "@/components/ui/toaster";
import { RootMessages } from "@/lib/platform/i18n/client-messages";
import { runningVersion } from "@/lib/platform/version/version";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("layout");
  return {
    title: { default: t("name"), template: `%s · ${t("name")}` },
    description: t("description"),
    applicationName: t("name"),
    appleWebApp: { capable: true, title: t("name"), statusBarStyle: "default" },
    formatDetection: { telephone: false, email: false, address: false, date: false },
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#faf9f7" },
    { media: "(prefers-color-scheme: dark)", color: "#0f1214" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, screen, t] = await Promise.all([
    getLocale(),
    screenPreferences(),
    getTranslations("layout"),
  ]);
  preload(interLatin, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  if (locale === "km") preload(kantumruyKhmer, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  return (
    // The choices of the screen are changed in place by components/layout/preference-choice.tsx.
    <html lang={locale} data-theme={screen.theme} data-density={screen.density} suppressHydrationWarning>
      <body>
        <RootMessages namespaces={["feedback"]}>
          <Suspense>
            <NavigationProgress label={t("loadingPage")} />
          </Suspense>
          <ConnectionNotices
            version={runningVersion()}
            texts={{
              offline: t("notices.offline"),
              offlineHelp: t("notices.offlineHelp"),
              newVersion: t("notices.newVersion"),
              newVersionHelp: t("notices.newVersionHelp"),
              reload: t("notices.reload"),
              later: t("notices.later"),
            }}
          />
          {children}
          <Toaster closeLabel={t("closeNotice")} />
          <Behaviours />
        </RootMessages>
      </body>
    </html>
  );
}
