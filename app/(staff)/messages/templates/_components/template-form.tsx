"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast-store";
import { createTemplate, editTemplate } from "@/lib/messages/actions";
import { BODY_MAX, MEDIA, SUBJECT_MAX } from "@/lib/messages/kinds";
import type { TemplateDto } from "@/lib/messages/schemas";
import type { ActionMeta } from "@/lib/platform/actions/action";
import { FactList } from "./fact-list";
import { TemplatePreview } from "./template-preview";

export type Typed = {
  name: string;
  medium: "LETTER" | "EMAIL";
  subjectEn: string;
  bodyEn: string;
  subjectKm: string;
  bodyKm: string;
  isActive: "true" | "false";
};

/** The words of a template in both languages, the facts that they may ask for, and how it will read. */
export function TemplateForm({ template }: { template?: TemplateDto }) {
  const t = useTranslations("mailings.template");
  const media = useTranslations("mailings.media");
  const router = useRouter();
  // Two doors behind one form: a new template has no id yet.
  const save = useCallback(
    ({ isActive, ...words }: Typed, meta?: ActionMeta) =>
      template
        ? editTemplate({ ...words, isActive, id: template.id, version: template.version }, meta)
        : createTemplate(words, meta),
    [template],
  );
  const saved: Typed = {
    name: template?.name ?? "",
    medium: template?.medium ?? "LETTER",
    subjectEn: template?.subjectEn ?? "",
    bodyEn: template?.bodyEn ?? "",
    subjectKm: template?.subjectKm ?? "",
    bodyKm: template?.bodyKm ?? "",
    isActive: template?.isActive === false ? "false" : "true",
  };
  // What is saved stands in the fields before the script has come.
  return (
    <ActionForm<Typed, Typed, { id: number }>
      key={template?.version}
      id={template ? `template-${template.id}` : "template-new"}
      action={save}
      defaultValues={saved}
      onSuccess={({ id }) => {
        toast.success(t("saved"));
        if (template) router.refresh();
        else router.push(`/messages/templates/${id}`);
      }}
    >
      <Field name="name" label={t("name")} help={t("nameHelp")}>
        {(control) => <Input maxLength={120} autoComplete="off" defaultValue={saved.name} {...control} />}
      </Field>
      <Field name="medium" label={t("medium")}>
        {(control) => (
          <Select defaultValue={saved.medium} {...control}>
            {MEDIA.map((medium) => (
              <option key={medium} value={medium}>
                {media(medium)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <FactList />
      {(["Km", "En"] as const).map((language) => (
        <div key={language} className="grid gap-stack" lang={language === "Km" ? "km" : "en"}>
          <Field name={`subject${language}`} label={t(`subject${language}`)} optional>
            {(control) => (
              <Input
                maxLength={SUBJECT_MAX}
                autoComplete="off"
                defaultValue={saved[`subject${language}`]}
                {...control}
              />
            )}
          </Field>
          <Field name={`body${language}`} label={t(`body${language}`)} help={t("bodyHelp")} optional>
            {(control) => (
              <Textarea rows={8} maxLength={BODY_MAX} defaultValue={saved[`body${language}`]} {...control} />
            )}
          </Field>
        </div>
      ))}
      {template ? (
        <Field name="isActive" label={t("isActive")}>
          {(control) => (
            <Select defaultValue={saved.isActive} {...control}>
              <option value="true">{t("yes")}</option>
              <option value="false">{t("no")}</option>
            </Select>
          )}
        </Field>
      ) : null}
      <TemplatePreview />
      <SubmitButton>{t("save")}</SubmitButton>
    </ActionForm>
  );
}
