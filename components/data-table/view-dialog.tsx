"use client";

import { type FormEvent, useId, useState } from "react";
import { useAction } from "@/components/forms/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogFooter } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { toast } from "@/components/ui/toast-store";
import { editView, removeView, saveView } from "@/lib/platform/views/actions";
import type { ViewList, ViewRow } from "@/lib/platform/views/schemas";
import type { ViewTexts } from "./views-menu";

type Props = {
  list: string;
  /** The view that is changed; null for a new one. */
  view: ViewRow | null;
  /** What the list shows now. */
  now: Record<string, string>;
  texts: ViewTexts;
  onClose(): void;
};

/** Name, sharing and place of a saved view; a view of one's own can take over what is shown now, or go. */
export function ViewDialog({ list, view, now, texts, onClose }: Props) {
  const id = useId();
  const [removing, setRemoving] = useState(false);
  const done = (text: string | undefined) => () => {
    toast.success(text ?? "");
    onClose();
  };
  const saving = useAction(saveView, { onSuccess: done(texts.saved), onError: () => true });
  const editing = useAction(editView, { onSuccess: done(texts.renamed), onError: () => true });
  const going = useAction(removeView, { onSuccess: done(texts.removed), onError: () => true });
  const error = saving.error ?? editing.error ?? going.error;
  const nameError = error?.fields?.name?.[0];

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const facts = {
      name: data.get("name")?.toString() ?? "",
      isShared: data.get("isShared") !== null,
      isDefault: data.get("isDefault") !== null,
    };
    if (!view) void saving.run({ list: list as ViewList, params: now, ...facts });
    else {
      const params = data.get("update") === null ? undefined : now;
      void editing.run({ id: view.id, version: view.version, ...facts, params });
    }
  }

  const check = (name: string, label: string | undefined, checked = false) => (
    <label className="flex items-center gap-2 text-sm" htmlFor={`${id}${name}`}>
      <Checkbox id={`${id}${name}`} name={name} defaultChecked={checked} />
      {label}
    </label>
  );
  if (removing && view) {
    return (
      <Dialog
        open
        onOpenChange={onClose}
        title={texts.removeTitle?.replace("{name}", view.name)}
        description={texts.removeText}
      >
        {error ? <Alert variant="danger">{error.message}</Alert> : null}
        <DialogFooter>
          <Button variant="outline" autoFocus onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button
            variant="destructive"
            pending={going.pending}
            onClick={() => void going.run({ id: view.id, version: view.version })}
          >
            {texts.remove}
          </Button>
        </DialogFooter>
      </Dialog>
    );
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={view ? texts.editTitle : texts.saveTitle}
      description={texts.saveText}
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        {error && !nameError ? <Alert variant="danger">{error.message}</Alert> : null}
        <div className="flex flex-col gap-1.5">
          <Label htmlFor={`${id}name`}>{texts.name}</Label>
          <Input
            id={`${id}name`}
            name="name"
            required
            maxLength={80}
            autoFocus
            autoComplete="off"
            defaultValue={view?.name ?? ""}
            aria-invalid={nameError !== undefined || undefined}
            aria-describedby={nameError ? `${id}error` : undefined}
          />
          {nameError ? (
            <p id={`${id}error`} className="text-danger text-sm">
              {nameError}
            </p>
          ) : null}
        </div>
        {check("isShared", texts.share, view?.isShared)}
        {check("isDefault", texts.default, view?.isDefault)}
        {view ? check("update", texts.update) : null}
        <DialogFooter>
          {view ? (
            <Button variant="ghost" className="sm:me-auto" onClick={() => setRemoving(true)}>
              {texts.remove}
            </Button>
          ) : null}
          <Button variant="outline" onClick={onClose}>
            {texts.cancel}
          </Button>
          <Button type="submit" pending={saving.pending || editing.pending}>
            {texts.submit}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
