"use client";

import { useEffect, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { clearDraft, readDraft, writeDraft } from "./draft";

const PAUSE_MS = 400;

/** Keeps what is typed into a form and brings it back after a reload; says so, and offers to forget it. */
export function useDraft<Values extends FieldValues>(
  id: string,
  form: UseFormReturn<Values>,
  enabled: boolean,
) {
  const [restored, setRestored] = useState(false);
  const { reset, subscribe } = form;

  useEffect(() => {
    if (!enabled) return;
    const draft = readDraft<Values>(id);
    if (draft) {
      reset(draft, { keepDefaultValues: true });
      setRestored(true);
    }
    let timer: ReturnType<typeof setTimeout>;
    const stop = subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ values, isDirty }) => {
        clearTimeout(timer);
        timer = setTimeout(() => (isDirty ? writeDraft(id, values) : clearDraft(id)), PAUSE_MS);
      },
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [id, enabled, reset, subscribe]);

  return {
    restored,
    /** The form succeeded: nothing is left to keep. */
    done() {
      clearDraft(id);
      setRestored(false);
    },
    discard() {
      clearDraft(id);
      setRestored(false);
      reset();
    },
  };
}
