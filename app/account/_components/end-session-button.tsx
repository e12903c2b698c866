"use client";

import { useRouter } from "next/navigation";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast-store";
import { endSession } from "@/lib/platform/auth/account-actions";

type Props = { sessionId: string; texts: { end: string; label: string; ended: string } };

/** Ends one session. It asks nothing: whoever sits there signs in again. */
export function EndSessionButton({ sessionId, texts }: Props) {
  const router = useRouter();
  const { run, pending } = useAction(endSession, {
    onSuccess: () => {
      toast.success(texts.ended);
      router.refresh();
    },
  });
  return (
    <Button
      variant="outline"
      size="sm"
      pending={pending}
      aria-label={texts.label}
      onClick={() => run({ sessionId })}
    >
      {texts.end}
    </Button>
  );
}
