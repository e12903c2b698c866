"use client";

import { type ReactNode, useActionState } from "react";
import { Alert } from "@/components/ui/alert";
import { signInPersona } from "@/lib/platform/auth/actions";

/** The form around the buttons of the demo campus; the button that was pressed says who. */
export function PersonaForm({ next, children }: { next: string; children: ReactNode }) {
  const [refusal, action, pending] = useActionState(signInPersona, null);
  return (
    <form
      action={action}
      aria-busy={pending}
      className={pending ? "pointer-events-none opacity-60" : undefined}
    >
      {refusal ? (
        <Alert variant="danger" className="mb-3">
          <p>{refusal.message}</p>
        </Alert>
      ) : null}
      <input type="hidden" name="next" value={next} />
      {children}
    </form>
  );
}
