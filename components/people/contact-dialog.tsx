"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast-store";
import { addContact, editContact } from "@/lib/people/actions";
import { addOwnContact, editOwnContact } from "@/lib/people/own/actions";
import type { RecordRef } from "@/lib/people/record-ref";
import type { ContactRow } from "@/lib/people/schemas";
import type { ActionMeta, ActionResult } from "@/lib/platform/actions/action";
import type { Relationship } from "@/lib/platform/db/generated/enums";
import { CheckField } from "./check-field";

type Values = {
  name: string;
  relationship: Relationship;
  primaryPhone: string;
  secondaryPhone: string;
  email: string;
  address: string;
  isLegalGuardian: boolean;
  isEmergency: boolean;
  isGeneral: boolean;
};
type Props = RecordRef & { contact: ContactRow | null; own: boolean; onClose(): void };

const RELATIONSHIPS: Relationship[] = [
  "MOTHER",
  "FATHER",
  "GUARDIAN",
  "SIBLING",
  "GRANDPARENT",
  "SPOUSE",
  "PARTNER",
  "FRIEND",
  "OTHER",
];

/** Adds somebody to call, or changes the entry. */
export function ContactDialog({ of, number, contact, own, onClose }: Props) {
  const t = useTranslations("people.contacts");
  const relationships = useTranslations("people.relationship");
  const router = useRouter();
  const [add, edit] = own ? [addOwnContact, editOwnContact] : [addContact, editContact];
  const save = (values: Values, meta?: ActionMeta): Promise<ActionResult<unknown>> =>
    contact
      ? edit({ ...values, of, number, id: contact.id, version: contact.version }, meta)
      : add({ ...values, of, number }, meta);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={contact ? t("edit") : t("add")}>
      <ActionForm<Values>
        id={`contact-${of ?? "student"}-${number}-${contact?.id ?? "new"}`}
        action={save}
        defaultValues={{
          name: contact?.name ?? "",
          relationship: contact?.relationship ?? "MOTHER",
          primaryPhone: contact?.primaryPhone ?? "",
          secondaryPhone: contact?.secondaryPhone ?? "",
          email: contact?.email ?? "",
          address: contact?.address ?? "",
          isLegalGuardian: contact?.isLegalGuardian ?? false,
          isEmergency: contact?.isEmergency ?? true,
          isGeneral: contact?.isGeneral ?? true,
        }}
        onSuccess={() => {
          onClose();
          toast.success(t("saved"));
          router.refresh();
        }}
      >
        <Field name="name" label={t("name")}>
          {(control) => <Input {...control} autoComplete="off" maxLength={120} />}
        </Field>
        <Field name="relationship" label={t("relationship")}>
          {(control) => (
            <Select {...control}>
              {RELATIONSHIPS.map((value) => (
                <option key={value} value={value}>
                  {relationships(value)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field name="primaryPhone" label={t("phone")}>
          {(control) => <Input {...control} type="tel" autoComplete="off" maxLength={30} />}
        </Field>
        <Field name="secondaryPhone" label={t("secondaryPhone")} optional>
          {(control) => <Input {...control} type="tel" autoComplete="off" maxLength={30} />}
        </Field>
        <Field name="email" label={t("email")} optional>
          {(control) => <Input {...control} type="email" autoComplete="off" maxLength={120} />}
        </Field>
        <Field name="address" label={t("address")} optional>
          {(control) => <Input {...control} autoComplete="off" maxLength={200} />}
        </Field>
        <CheckField name="isLegalGuardian" label={t("guardianLong")} />
        <CheckField name="isEmergency" label={t("emergency")} />
        <CheckField name="isGeneral" label={t("general")} />
        <SubmitButton>{t("save")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
