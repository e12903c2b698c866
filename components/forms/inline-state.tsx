"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import type { SaveState } from "./use-inline-save";

type Props = {
  state: SaveState;
  /** The saved value as it reads now. */
  current: ReactNode;
  mineLabel(mine: string): string;
  onRetry(mine: string): void;
  onKeep(): void;
};

/** How the saving of a field edited in place stands, announced as it changes; in a conflict both values. */
export function InlineState({ state, current, mineLabel, onRetry, onKeep }: Props) {
  const t = useTranslations("forms");
  return (
    <div aria-live="polite" className="text-sm">
      {state.kind === "saving" && <span className="text-muted-foreground">{t("saving")}</span>}
      {state.kind === "saved" && <span className="text-success">✓ {t("saved")}</span>}
      {state.kind === "failed" && (
        <p className="flex flex-wrap items-center gap-2 text-danger">
          <span>
            {t("failed")}: {state.message}
          </span>
          <Button variant="outline" size="sm" onClick={() => onRetry(state.mine)}>
            {t("retry")}
          </Button>
        </p>
      )}
      {state.kind === "changed_elsewhere" && (
        <div className="mt-1 space-y-1 rounded-md border border-warning/30 bg-warning-subtle p-2">
          <p className="font-medium">{t("conflict.title")}</p>
          <p>{t("conflict.yours", { value: mineLabel(state.mine) || t("empty") })}</p>
          <p>{t.rich("conflict.savedRich", { current: () => current || t("empty") })}</p>
          <div className="flex flex-wrap gap-2">
            <Button size="sm" onClick={() => onRetry(state.mine)}>
              {t("conflict.saveMine")}
            </Button>
            <Button variant="outline" size="sm" onClick={onKeep}>
              {t("conflict.keepTheirs")}
            </Button>
          </div>
        </div>
      )}
    </div>
  );
}
