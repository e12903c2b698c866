import { NotFoundState } from "@/components/feedback/not-found-state";
import { AppShell } from "@/components/layout/app-shell";

/** An address that no route knows. */
export default function NotFound() {
  return (
    <AppShell>
      <NotFoundState />
    </AppShell>
  );
}
