"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "@/components/ui/toast-store";
import type { ActionResult } from "@/lib/platform/actions/action";

/** Says what was done and offers to undo it for some seconds; says too when the undoing was refused. */
export function useUndoToast() {
  const t = useTranslations("feedback");
  const router = useRouter();
  return (text: string, undo: () => Promise<ActionResult<unknown>>) =>
    toast.success(text, {
      duration: 10_000,
      action: {
        label: t("undo"),
        onClick: async () => {
          const result = await undo().catch(() => null);
          if (result?.ok) {
            toast.success(t("undone"));
            router.refresh();
          } else {
            toast.error(t("undoFailed"), { description: result?.error.message ?? t("unreachable") });
          }
        },
      },
    });
}
