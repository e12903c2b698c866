"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { NAVIGATION_STARTED } from "./navigation-started";

/** Quicker navigations need no bar; it would only flicker. */
const PATIENCE_MS = 150;

/**
 * A thin bar while the next page is on its way. `instrumentation-client.ts` announces the start, the changed address is
 * the end. It replaces loading.tsx, which would send status 200 before a page could refuse.
 */
export function NavigationProgress({ label }: { label: string }) {
  const address = `${usePathname()}?${useSearchParams()}`;
  const [busyFrom, setBusyFrom] = useState<string | null>(null);
  const busy = busyFrom === address;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    function onStart(event: Event) {
      const url = new URL((event as CustomEvent<string>).detail, location.href);
      const target = `${url.pathname}?${url.searchParams}`;
      clearTimeout(timer);
      if (target !== address) timer = setTimeout(() => setBusyFrom(address), PATIENCE_MS);
    }
    window.addEventListener(NAVIGATION_STARTED, onStart);
    return () => {
      clearTimeout(timer);
      window.removeEventListener(NAVIGATION_STARTED, onStart);
    };
  }, [address]);

  return (
    <div role="status" aria-live="polite" data-print="hide">
      {busy ? (
        <>
          <span className="sr-only">{label}</span>
          <span className="fixed inset-x-0 top-0 z-50 h-0.5 origin-left animate-progress bg-primary" />
        </>
      ) : null}
    </div>
  );
}
