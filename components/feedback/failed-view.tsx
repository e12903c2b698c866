"use client";

import { useEffect, useState } from "react";
import { failedTexts } from "./failed-texts";

type Props = { error: unknown; retry: () => void };

/** The digest that React gives an error of the server stands in the server's log beside the cause. */
function referenceOf(error: unknown): string | null {
  return error instanceof Error && "digest" in error && typeof error.digest === "string"
    ? error.digest
    : null;
}

const button = "inline-flex h-control items-center rounded-md px-3.5 font-medium text-sm shadow-raised";

/**
 * Something broke on our side. Written without the building blocks of components/ui: every page carries this, and the
 * blocks would be its greater part.
 */
export function FailedView({ error, retry }: Props) {
  const [language, setLanguage] = useState<"en" | "km">("en");
  useEffect(() => {
    if (document.documentElement.lang.startsWith("km")) setLanguage("km");
  }, []);
  const t = failedTexts[language];
  const reference = referenceOf(error);
  return (
    <div
      role="alert"
      lang={language}
      className="mx-auto flex max-w-md flex-col items-center px-4 py-16 text-center"
    >
      <h1 className="font-semibold text-lg">{t.title}</h1>
      <p className="mt-1 text-muted-foreground text-sm">{t.text}</p>
      {reference ? (
        <p className="tabular mt-2 select-all text-muted-foreground text-sm">
          {t.reference} {reference}
        </p>
      ) : null}
      <div className="mt-4 flex flex-wrap justify-center gap-2">
        <button type="button" className={`${button} bg-primary text-primary-foreground`} onClick={retry}>
          {t.retry}
        </button>
        {/* A full load on purpose: what is broken in the browser is gone with it. */}
        <a href="/" className={`${button} border border-input bg-card`}>
          {t.home}
        </a>
      </div>
    </div>
  );
}
