"use client";

import { unstable_rethrow } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { ActionMeta, ActionResult } from "@/lib/platform/actions/action";
import { type Attempt, attemptKey, isSettled } from "./attempt";
import { useRecordEditor } from "./record-editor";

/** An action that changes fields of a record: gets the record's key, its version and the changed field. */
export type FieldAction = (
  input: never,
  meta?: ActionMeta,
) => Promise<ActionResult<{ version: number } & Record<string, unknown>>>;

export type SaveState =
  | { kind: "idle" | "saving" | "saved" }
  | { kind: "failed"; message: string; mine: string }
  | { kind: "changed_elsewhere"; mine: string };

const SAVED_MS = 2500;

/** Saves one field of the record around it and tells how that stands. */
export function useInlineSave(action: FieldAction, field: string, emptyAs: "" | null) {
  const t = useTranslations("feedback");
  const editor = useRecordEditor();
  const [state, setState] = useState<SaveState>({ kind: "idle" });
  const attempt = useRef<Attempt | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  async function save(mine: string): Promise<boolean> {
    clearTimeout(timer.current);
    setState({ kind: "saving" });
    return editor.queue(async () => {
      const input = { ...editor.key, version: editor.version(), [field]: mine === "" ? emptyAs : mine };
      attempt.current = attemptKey(attempt.current, input);
      let result: Awaited<ReturnType<FieldAction>>;
      try {
        result = await action(input as never, { idempotencyKey: attempt.current.key });
      } catch (thrown) {
        unstable_rethrow(thrown);
        setState({ kind: "failed", message: t("unreachable"), mine });
        return false;
      }
      if (isSettled(result)) attempt.current = null;
      if (result.ok) {
        editor.saved(result.data.version);
        editor.refresh();
        setState({ kind: "saved" });
        timer.current = setTimeout(() => setState({ kind: "idle" }), SAVED_MS);
        return true;
      }
      if (result.error.kind === "stale") {
        setState({ kind: "changed_elsewhere", mine });
        editor.refresh();
      } else {
        const own = result.error.fields?.[field]?.join(" ");
        setState({ kind: "failed", message: own ?? result.error.message, mine });
      }
      return false;
    });
  }

  return { state, save, reset: () => setState({ kind: "idle" }) };
}
