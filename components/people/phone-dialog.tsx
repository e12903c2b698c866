"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast-store";
import { addPhone, editPhone } from "@/lib/people/actions";
import { addOwnPhone, editOwnPhone } from "@/lib/people/own/actions";
import type { RecordRef } from "@/lib/people/record-ref";
import type { PhoneRow } from "@/lib/people/schemas";
import type { ActionMeta, ActionResult } from "@/lib/platform/actions/action";
import { CheckField } from "./check-field";

type Values = { phone: string; comment: string; isPreferred: boolean; isTelegram: boolean };
type Props = RecordRef & { phone: PhoneRow | null; own: boolean; onClose(): void };

/** Adds a telephone number, or changes one. */
export function PhoneDialog({ of, number, phone, own, onClose }: Props) {
  const t = useTranslations("people.phones");
  const router = useRouter();
  const [add, edit] = own ? [addOwnPhone, editOwnPhone] : [addPhone, editPhone];
  const save = (values: Values, meta?: ActionMeta): Promise<ActionResult<unknown>> =>
    phone
      ? edit({ ...values, of, number, id: phone.id, version: phone.version }, meta)
      : add({ ...values, of, number }, meta);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={phone ? t("edit") : t("add")}>
      <ActionForm<Values>
        id={`phone-${of ?? "student"}-${number}-${phone?.id ?? "new"}`}
        action={save}
        defaultValues={{
          phone: phone?.phone ?? "",
          comment: phone?.comment ?? "",
          isPreferred: phone?.isPreferred ?? false,
          isTelegram: phone?.isTelegram ?? false,
        }}
        onSuccess={() => {
          onClose();
          toast.success(t("saved"));
          router.refresh();
        }}
      >
        <Field name="phone" label={t("phone")} help={t("phoneHelp")}>
          {(control) => <Input {...control} type="tel" autoComplete="off" maxLength={30} />}
        </Field>
        <Field name="comment" label={t("comment")} optional>
          {(control) => <Input {...control} maxLength={100} />}
        </Field>
        <CheckField name="isPreferred" label={t("preferredLong")} />
        <CheckField name="isTelegram" label={t("telegramLong")} />
        <SubmitButton>{t("save")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
