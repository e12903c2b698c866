"use client";

import { useId, useState } from "react";
import { useAction } from "@/components/forms/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogFooter } from "@/components/ui/dialog";
import { Label } from "@/components/ui/label";
import { Textarea } from "@/components/ui/textarea";
import { decideDuplicate } from "@/lib/people/duplicates/actions";
import type { Decision, PairTexts } from "./decide-pair";

type Props = {
  id: number;
  version: number;
  decision: Decision;
  texts: PairTexts;
  onClose(): void;
  onDone(decided: { id: number; version: number; next: number | null }): void;
};

/** The last question before a pair leaves the queue, with room for what told so. */
export function DecideDialog({ id, version, decision, texts, onClose, onDone }: Props) {
  const [note, setNote] = useState("");
  const fieldId = useId();
  const same = decision === "SAME";
  const { run, pending, error } = useAction(decideDuplicate, { onSuccess: onDone, onError: () => true });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={same ? texts.sameTitle : texts.differentTitle}
      description={same ? texts.sameWhat : texts.differentWhat}
    >
      <form
        noValidate
        className="contents"
        onSubmit={(event) => {
          event.preventDefault();
          void run({ id, version, decision, note });
        }}
      >
        {error ? <Alert variant="danger" title={error.message} /> : null}
        <div className="flex flex-col gap-1.5">
          <Label htmlFor={fieldId} optional={texts.optional}>
            {texts.note}
          </Label>
          <Textarea
            id={fieldId}
            rows={2}
            maxLength={500}
            value={note}
            // Not the button: what a key opened, Enter alone must not confirm.
            data-autofocus=""
            aria-describedby={`${fieldId}-help`}
            onChange={(event) => setNote(event.target.value)}
          />
          <p id={`${fieldId}-help`} className="text-muted-foreground text-sm">
            {texts.noteHelp}
          </p>
        </div>
        <DialogFooter>
          <Button variant="outline" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button type="submit" pending={pending}>
            {same ? texts.same : texts.different}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
