"use client";

import { unstable_rethrow } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useRef, useState } from "react";
import { toast } from "@/components/ui/toast-store";
import type { ActionMeta, ActionResult } from "@/lib/platform/actions/action";
import type { ToldError } from "@/lib/platform/errors-text";
import { type Attempt, attemptKey, isSettled } from "./attempt";

type Options<Output> = {
  onSuccess?(output: Output): void;
  /** Shows the error itself and returns true; otherwise it becomes a toast. */
  onError?(error: ToldError): boolean | undefined;
};

/**
 * Runs a server action with an idempotency key: the same input sent again after a lost answer carries the same key,
 * so a double click or a retry on a bad line writes once. Errors that nobody shows become a toast.
 */
export function useAction<Input, Output>(
  action: (input: Input, meta?: ActionMeta) => Promise<ActionResult<Output>>,
  options: Options<Output> = {},
) {
  const t = useTranslations("feedback");
  const [pending, setPending] = useState(false);
  const [error, setError] = useState<ToldError | null>(null);
  const attempt = useRef<Attempt | null>(null);
  const running = useRef(false);
  const latest = useRef(options);
  latest.current = options;

  const run = useCallback(
    async (input: Input): Promise<ActionResult<Output> | null> => {
      if (running.current) return null;
      running.current = true;
      setPending(true);
      setError(null);
      attempt.current = attemptKey(attempt.current, input);
      let result: ActionResult<Output>;
      try {
        result = await action(input, { idempotencyKey: attempt.current.key });
      } catch (thrown) {
        unstable_rethrow(thrown);
        result = {
          ok: false,
          error: {
            code: "platform.unreachable",
            kind: "unavailable",
            message: t("unreachable"),
            reference: "",
          },
        };
      } finally {
        running.current = false;
        setPending(false);
      }
      if (isSettled(result)) attempt.current = null;
      if (result.ok) {
        latest.current.onSuccess?.(result.data);
      } else {
        setError(result.error);
        if (!latest.current.onError?.(result.error)) {
          toast.error(result.error.message, {
            description: result.error.reference
              ? t("reference", { reference: result.error.reference })
              : undefined,
          });
        }
      }
      return result;
    },
    [action, t],
  );

  return { run, pending, error, clearError: useCallback(() => setError(null), []) };
}
