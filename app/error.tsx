"use client";

import { FailedView } from "@/components/feedback/failed-view";

/** The frame itself failed: no navigation, but still words and a way out. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main id="main">
      <FailedView error={error} retry={retry} />
    </main>
  );
}
