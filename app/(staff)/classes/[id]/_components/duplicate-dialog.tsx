"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { CheckField } from "@/components/people/check-field";
import { Alert } from "@/components/ui/alert";
import { buttonVariants } from "@/components/ui/button";
import { Dialog, DialogFooter } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { duplicateClass } from "@/lib/classes/offering/actions";
import type { ActionMeta } from "@/lib/platform/actions/action";

type Option = { value: string; label: string };
export type DuplicateDialogProps = {
  classId: number;
  name: string;
  /** Classes that are taught as one with it, in words; empty: none. */
  together: string;
  terms: readonly Option[];
  onClose(): void;
};

type Values = { to: string; rooms: boolean; teachers: boolean };
type Made = { id: number; section: string; findings: string[] };

/** Into which term a class is copied; then the copy, with what could not be carried over. */
export function DuplicateDialog({ classId, name, together, terms, onClose }: DuplicateDialogProps) {
  const t = useTranslations("offering.one");
  const form = useTranslations("offering.form");
  const [made, setMade] = useState<Made | null>(null);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { class: name })}
      description={t("text")}
    >
      {made ? (
        <>
          <Alert variant="success">{t("done", { section: made.section })}</Alert>
          {made.findings.length > 0 ? (
            <Alert variant="warning" title={t("stays")}>
              {made.findings.map((text) => (
                <p key={text}>{text}</p>
              ))}
            </Alert>
          ) : null}
          <DialogFooter>
            <a href={`/classes/${made.id}`} className={buttonVariants()}>
              {t("show")}
            </a>
          </DialogFooter>
        </>
      ) : (
        <ActionForm<Values, Values, Made>
          id={`duplicate-class-${classId}`}
          action={(values, meta?: ActionMeta) => duplicateClass({ ...values, classId }, meta)}
          defaultValues={{ to: "", rooms: true, teachers: true }}
          onSuccess={setMade}
          keepDraft={false}
        >
          {together ? <p className="text-sm">{t("together", { classes: together })}</p> : null}
          <Field name="to" label={t("to")}>
            {(control) => (
              <Select {...control} autoFocus>
                <option value="">{form("choose")}</option>
                {terms.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <div>
            <CheckField name="rooms" label={form("rooms")} />
            <CheckField name="teachers" label={form("teachers")} />
          </div>
          <SubmitButton>{t("submit")}</SubmitButton>
        </ActionForm>
      )}
    </Dialog>
  );
}
