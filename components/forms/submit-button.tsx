"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Button } from "@/components/ui/button";
import { useFormState } from "./form-context";

/** Says the verb and its object ("Create student"); while it runs it keeps its width and cannot be pressed twice. */
export function SubmitButton({
  children,
  ...props
}: Omit<ComponentProps<typeof Button>, "type" | "pending">) {
  const t = useTranslations("forms");
  const { pending, conflict } = useFormState();
  return (
    <div className="flex items-center gap-3">
      <Button type="submit" pending={pending} {...props}>
        {conflict ? t("conflict.overwrite") : children}
      </Button>
      <output className="text-muted-foreground text-sm">{pending ? t("saving") : ""}</output>
    </div>
  );
}
