"use client";

import { useId, useState } from "react";
import { WhyPopover } from "@/components/feedback/why-popover";
import { useAction } from "@/components/forms/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogFooter } from "@/components/ui/dialog";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";
import { decideChange } from "@/lib/people/change-requests/actions";
import type { DecideTexts, RequestDecision } from "./decide-request";

type Props = {
  id: number;
  version: number;
  shownVersion: number;
  stale: boolean;
  changes: string[];
  decision: RequestDecision;
  texts: DecideTexts;
  onClose(): void;
  /** The record moved while this was open. */
  onStale(): void;
  onDone(): void;
};

/** The last question: what will happen, and the reason, which a refusal needs. A failed try says why and stays open. */
export function DecideDialog({
  decision,
  texts,
  changes,
  stale,
  onClose,
  onStale,
  onDone,
  ...request
}: Props) {
  const [reason, setReason] = useState("");
  const [overwrite, setOverwrite] = useState(false);
  const fieldId = useId();
  const approves = decision === "APPROVED";
  const { run, pending, error } = useAction(decideChange, {
    onSuccess: onDone,
    onError(told) {
      if (told.kind === "stale") onStale();
      return true;
    },
  });
  const { id, version, shownVersion } = request;
  const wrong = error?.fields?.reason?.join(" ");
  const send = () =>
    approves
      ? run({ id, version, decision: "APPROVED", shownVersion, overwrite, reason })
      : run({ id, version, decision: "REJECTED", reason });
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
          void send();
        }}
      >
        {error && !wrong ? (
          <Alert variant="danger" title={error.message}>
            {error.why ? <WhyPopover why={error.why} /> : null}
          </Alert>
        ) : null}
        {approves ? (
          <ul className="list-disc space-y-1 pl-5 text-sm">
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        ) : null}
        {approves && stale ? (
          <label
            className="flex min-h-8 cursor-pointer items-center gap-2.5 text-sm"
            htmlFor={`${fieldId}-over`}
          >
            <Checkbox
              id={`${fieldId}-over`}
              checked={overwrite}
              onChange={(event) => setOverwrite(event.target.checked)}
            />
            {texts.overwrite}
          </label>
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
              {approves ? texts.noteHelp : texts.reasonHelp}
            </p>
          )}
        </div>
        <DialogFooter>
          <Button variant="outline" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button type="submit" variant={approves ? "default" : "destructive"} pending={pending}>
            {approves ? texts.approve : texts.reject}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
