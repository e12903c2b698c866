"use client";

import { failedTexts } from "@/components/feedback/failed-texts";
import { FailedView } from "@/components/feedback/failed-view";
import "./globals.css";

/** The root layout failed: a document of its own, in the language of the device. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
  const khmer = typeof navigator !== "undefined" && navigator.language.startsWith("km");
  return (
    <html lang={khmer ? "km" : "en"} data-theme="system" suppressHydrationWarning>
      <body>
        <title>{failedTexts[khmer ? "km" : "en"].title}</title>
        <main id="main">
          <FailedView error={error} retry={retry} />
        </main>
      </body>
    </html>
  );
}
