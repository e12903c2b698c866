import { ForbiddenState } from "@/components/feedback/forbidden-state";
import { AppShell } from "@/components/layout/app-shell";

/** A refusal outside of the route groups, which have their own inside their frame. */
export default function Forbidden() {
  return (
    <AppShell>
      <ForbiddenState />
    </AppShell>
  );
}
