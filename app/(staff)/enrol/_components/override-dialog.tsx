"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogFooter } from "@/components/ui/dialog";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";
import { REASON_MIN } from "@/lib/platform/validation/limits";
import type { DeskClass } from "@/lib/registration/schemas";

type Props = {
  wanted: DeskClass;
  name: string;
  pending: boolean;
  onClose: () => void;
  onSubmit: (reason: string) => void;
};

/** Names the rules that are set aside and asks for the reason, which is kept with the name of who decided. */
export function OverrideDialog({ wanted, name, pending, onClose, onSubmit }: Props) {
  const t = useTranslations("enrol.overrideDialog");
  const cancel = useTranslations("enrol")("cancel");
  const field = useId();
  const [reason, setReason] = useState("");
  const enough = reason.trim().length >= REASON_MIN;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { name, class: `${wanted.code} ${wanted.section}` })}
      description={t("text")}
    >
      <ul className="space-y-1.5 rounded-md bg-warning-subtle px-3.5 py-3 text-sm">
        {wanted.why?.reasons.map((each) => (
          <li key={each.text}>{each.text}</li>
        ))}
      </ul>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (enough) onSubmit(reason.trim());
        }}
      >
        <div className="flex flex-col gap-1.5">
          <Label htmlFor={field}>{t("reason")}</Label>
          <Textarea
            id={field}
            autoFocus
            required
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey))
                event.currentTarget.form?.requestSubmit();
            }}
            aria-describedby={`${field}help`}
          />
          <p id={`${field}help`} className="text-muted-foreground text-sm">
            {t("reasonHelp", { min: REASON_MIN })}
          </p>
        </div>
        <DialogFooter>
          <Button variant="outline" onClick={onClose}>
            {cancel}
          </Button>
          <Button type="submit" pending={pending} disabled={!enough}>
            {t("submit")}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
