"use client";

import { useEffect, useState } from "react";
import { buttonVariants } from "@/components/ui/button";
import { failedTexts } from "./failed-texts";
import { StateView } from "./state-view";

type Props = {
  error: unknown;
  retry: () => void;
  /** True where it stands in for a whole page. */
  page?: boolean;
};

/** The digest that React gives an error of the server stands in the server's log beside the cause. */
function referenceOf(error: unknown): string | null {
  return error instanceof Error && "digest" in error && typeof error.digest === "string"
    ? error.digest
    : null;
}

/**
 * Something broke on our side. Its texts travel with it in both languages, since it must also speak when nothing else
 * could be loaded.
 */
export function FailedView({ error, retry, page = true }: Props) {
  const [language, setLanguage] = useState<"en" | "km">("en");
  useEffect(() => {
    if (document.documentElement.lang.startsWith("km")) setLanguage("km");
  }, []);
  const t = failedTexts[language];
  const reference = referenceOf(error);
  return (
    <div role="alert" lang={language}>
      <StateView
        page={page}
        icon="triangle-alert"
        title={t.title}
        actions={
          <>
            <button type="button" className={buttonVariants()} onClick={retry}>
              {t.retry}
            </button>
            {/* A full load on purpose: what is broken in the browser is gone with it. */}
            <a href="/" className={buttonVariants({ variant: "outline" })}>
              {t.home}
            </a>
          </>
        }
      >
        <p>{t.text}</p>
        {reference ? (
          <p className="tabular mt-2 select-all text-xs">
            {t.reference} {reference}
          </p>
        ) : null}
      </StateView>
    </div>
  );
}
