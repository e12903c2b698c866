"use client";

import { useId, useState } from "react";
import { WhyPopover } from "@/components/feedback/why-popover";
import { useAction } from "@/components/forms/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogFooter } from "@/components/ui/dialog";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";
import { decideApproval } from "@/lib/operations/actions";
import type { DecideTexts, Decision } from "./decide-buttons";

type Props = {
  id: number;
  version: number;
  decision: Decision;
  changes: string[];
  texts: DecideTexts;
  onClose(): void;
  onDone(): void;
};

/** The last question: what will happen, and the reason, which a refusal needs. A failed try says why and stays open. */
export function DecideDialog({ id, version, decision, changes, texts, onClose, onDone }: Props) {
  const [reason, setReason] = useState("");
  const fieldId = useId();
  const approves = decision === "approve";
  const { run, pending, error } = useAction(decideApproval, { onSuccess: onDone, onError: () => true });
  const wrong = error?.fields?.reason?.join(" ");
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={approves ? texts.approveTitle : texts.rejectTitle}
      description={approves ? texts.approveWhat : texts.rejectWhat}
    >
      <form
        noValidate
        className="contents"
        onSubmit={(event) => {
          event.preventDefault();
          void run({ id, version, decision, reason });
        }}
      >
        {error && !wrong ? (
          <Alert variant="danger" title={error.message}>
            {approves ? <p>{texts.notNow}</p> : null}
            {error.why ? <WhyPopover why={error.why} /> : null}
          </Alert>
        ) : null}
        {approves && changes.length > 0 ? (
          <ul className="list-disc space-y-1 pl-5 text-sm">
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        ) : null}
        <div className="flex flex-col gap-1.5">
          <Label htmlFor={fieldId} optional={approves ? texts.optional : undefined}>
            {approves ? texts.note : texts.reason}
          </Label>
          <Textarea
            id={fieldId}
            rows={2}
            maxLength={500}
            value={reason}
            // Not the button: what the key A opened, Enter alone must not confirm.
            data-autofocus=""
            aria-required={approves ? undefined : true}
            aria-invalid={wrong ? true : undefined}
            aria-describedby={wrong ? `${fieldId}-error` : `${fieldId}-help`}
            onChange={(event) => setReason(event.target.value)}
          />
          {wrong ? (
            <p id={`${fieldId}-error`} className="text-danger text-sm">
              {wrong}
            </p>
          ) : (
            <p id={`${fieldId}-help`} className="text-muted-foreground text-sm">
              {texts.reasonHelp}
            </p>
          )}
        </div>
        <DialogFooter>
          <Button variant="outline" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button type="submit" variant={approves ? "default" : "destructive"} pending={pending}>
            {approves ? texts.approveConfirm : texts.rejectConfirm}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
