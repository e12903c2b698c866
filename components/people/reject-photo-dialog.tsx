"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast-store";
import { rejectPhoto } from "@/lib/people/photos/actions";

/** Why a photo is not taken; its owner reads it. */
export function RejectDialog({ id, version, onClose }: { id: number; version: number; onClose(): void }) {
  const t = useTranslations("photos.actions");
  const router = useRouter();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("rejectTitle")}
      description={t("rejectWhat")}
    >
      <ActionForm
        id={`reject-photo-${id}`}
        action={rejectPhoto}
        defaultValues={{ reason: "" }}
        toInput={(values) => ({ ...values, id, version })}
        onSuccess={() => {
          onClose();
          toast.success(t("rejectDone"));
          router.refresh();
        }}
      >
        <Field name="reason" label={t("rejectReason")} help={t("rejectReasonHelp")}>
          {(control) => <Textarea {...control} rows={3} maxLength={500} />}
        </Field>
        <SubmitButton>{t("reject")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
