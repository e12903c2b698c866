"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Reads the page anew every few seconds for as long as it stands there: something is being made. */
export function RefreshWhile({ seconds = 3 }: { seconds?: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = window.setInterval(() => router.refresh(), seconds * 1_000);
    return () => window.clearInterval(timer);
  }, [router, seconds]);
  return null;
}
