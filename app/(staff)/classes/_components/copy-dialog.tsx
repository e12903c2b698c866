"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { CheckField } from "@/components/people/check-field";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { startDuplicate } from "@/lib/classes/offering/actions";
import type { ClassSelection } from "@/lib/classes/offering/schemas";
import type { ActionMeta } from "@/lib/platform/actions/action";
import type { TermOption } from "./bulk-classes";

type Props = { selection: ClassSelection; count: number; terms: readonly TermOption[]; onClose(): void };
type Values = { to: string; rooms: boolean; teachers: boolean; existing: "skip" | "add" };

/** Into which term the selected classes are copied, and what comes along. */
export function CopyDialog({ selection, count, terms, onClose }: Props) {
  const t = useTranslations("offering");
  const router = useRouter();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("bulk.duplicateTitle", { count })}
      description={t("bulk.what")}
    >
      <ActionForm<Values, Values, { id: number }>
        id="copy-classes"
        action={(values, meta?: ActionMeta) => startDuplicate({ what: selection, ...values }, meta)}
        defaultValues={{ to: "", rooms: true, teachers: true, existing: "skip" }}
        onSuccess={({ id }) => {
          onClose();
          router.push(`/change-sets/${id}`);
        }}
        keepDraft={false}
      >
        <Field name="to" label={t("form.to")}>
          {(control) => (
            <Select {...control} autoFocus>
              <option value="">{t("form.choose")}</option>
              {terms.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <div>
          <CheckField name="rooms" label={t("form.rooms")} />
          <CheckField name="teachers" label={t("form.teachers")} />
        </div>
        <Field name="existing" label={t("form.existing")}>
          {(control) => (
            <Select {...control}>
              <option value="skip">{t("form.skip")}</option>
              <option value="add">{t("form.add")}</option>
            </Select>
          )}
        </Field>
        <SubmitButton>{t("form.submit")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
