"use client";

import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast-store";

type Props = { name: string; password: string; doneLabel?: string; onDone(): void };

/** A first password, on the screen this once. */
export function ShownOnce({ name, password, doneLabel, onDone }: Props) {
  const t = useTranslations("users.password");
  return (
    <div className="flex max-w-xl flex-col gap-4">
      <Alert variant="warning" title={t("title")}>
        {t("lead", { name })}
      </Alert>
      <output
        aria-label={t("title")}
        className="select-all rounded-md border bg-muted px-4 py-3 text-center font-mono text-lg"
      >
        {password}
      </output>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="outline"
          onClick={async () => {
            await navigator.clipboard.writeText(password);
            toast.success(t("copied"));
          }}
        >
          {t("copy")}
        </Button>
        <Button onClick={onDone}>{doneLabel ?? t("done")}</Button>
      </div>
    </div>
  );
}
