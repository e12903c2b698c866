"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast-store";
import { createTextbook } from "@/lib/curriculum/textbooks/actions";

/** A new textbook; its ISBN may be typed as it stands on the book. */
export function NewTextbookDialog({ onClose }: { onClose(): void }) {
  const t = useTranslations("textbooks.new");
  const c = useTranslations("textbooks.columns");
  const router = useRouter();
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("title")}>
      <ActionForm
        id="textbook-new"
        action={createTextbook}
        defaultValues={{ title: "", author: "", isbn: "", publisher: "", edition: "", year: "", notes: "" }}
        onSuccess={({ id }) => {
          onClose();
          toast.success(t("done"));
          router.push(`/textbooks/${id}`);
        }}
      >
        <Field name="title" label={c("title")}>
          {(control) => <Input {...control} maxLength={200} autoComplete="off" />}
        </Field>
        <Field name="author" label={c("author")} optional>
          {(control) => <Input {...control} maxLength={200} autoComplete="off" />}
        </Field>
        <Field name="isbn" label={c("isbn")} help={t("isbnHelp")} optional>
          {(control) => <Input {...control} maxLength={30} autoComplete="off" className="tabular max-w-56" />}
        </Field>
        <div className="grid gap-stack sm:grid-cols-3">
          <Field name="publisher" label={c("publisher")} optional>
            {(control) => <Input {...control} maxLength={120} autoComplete="off" />}
          </Field>
          <Field name="edition" label={c("edition")} optional>
            {(control) => <Input {...control} maxLength={40} autoComplete="off" />}
          </Field>
          <Field name="year" label={c("year")} optional>
            {(control) => <Input {...control} inputMode="numeric" maxLength={4} autoComplete="off" />}
          </Field>
        </div>
        <Field name="notes" label={c("notes")} optional>
          {(control) => <Textarea {...control} rows={2} maxLength={1000} />}
        </Field>
        <SubmitButton>{t("submit")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
