"use client";

import { FailedView } from "@/components/feedback/failed-view";

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return <FailedView error={error} retry={retry} />;
}
