"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogFooter } from "@/components/ui/dialog";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";
import { storedReason } from "@/lib/platform/i18n/stored-reason";
import { REASON_MIN } from "@/lib/platform/validation/limits";
import type { DeskEnrolment } from "@/lib/registration/schemas";

type Props = {
  enrolment: DeskEnrolment;
  name: string;
  pending: boolean;
  onClose: () => void;
  onSubmit: (reason: string) => void;
};

/** The usual reasons are kept as codes, so that everybody reads them in their own language. */
const USUAL = ["student_asked", "clash_with_other", "enrolled_by_mistake"] as const;
type Kind = (typeof USUAL)[number] | "other";

/** Says what leaving the class means today, and why the student leaves: one of the usual reasons, or in words. */
export function DropDialog({ enrolment, name, pending, onClose, onSubmit }: Props) {
  const t = useTranslations("enrol.dropDialog");
  const words = useTranslations("enrol");
  const usual = useTranslations("reasons");
  const field = useId();
  const [kind, setKind] = useState<Kind>("student_asked");
  const [text, setText] = useState("");
  const withdraw = enrolment.endsAs === "WITHDRAWN";
  const reason = kind === "other" ? text.trim() : storedReason(kind);
  const enough = reason.length >= REASON_MIN;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { name, class: `${enrolment.code} ${enrolment.section}` })}
      description={withdraw ? t("withdrawText") : t("dropText")}
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (enough) onSubmit(reason);
        }}
      >
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 font-medium text-sm">{words("overrideDialog.reason")}</legend>
          {[...USUAL, "other" as const].map((each) => (
            <label
              key={each}
              className="flex min-h-9 items-center gap-2.5 rounded-md px-1 text-sm hover:bg-accent touch:min-h-11"
            >
              <input
                type="radio"
                name="reason"
                value={each}
                checked={kind === each}
                onChange={() => setKind(each)}
                className="size-4"
              />
              {each === "other" ? t("otherReason") : usual(each)}
            </label>
          ))}
        </fieldset>
        {kind === "other" ? (
          <div className="flex flex-col gap-1.5">
            <Label htmlFor={field}>{words("overrideDialog.reason")}</Label>
            <Textarea
              id={field}
              autoFocus
              required
              maxLength={500}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          </div>
        ) : null}
        <DialogFooter>
          <Button variant="outline" onClick={onClose}>
            {words("cancel")}
          </Button>
          <Button type="submit" variant="destructive" pending={pending} disabled={!enough}>
            {withdraw ? t("submitWithdraw") : t("submitDrop")}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
