"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/forms/field";
import { Textarea } from "@/components/ui/textarea";

/** Why, for the audit. */
export function ReasonField() {
  const t = useTranslations("users.sessions");
  return (
    <Field name="reason" label={t("reason")} help={t("reasonHelp")}>
      {(control) => <Textarea rows={2} maxLength={500} {...control} />}
    </Field>
  );
}
