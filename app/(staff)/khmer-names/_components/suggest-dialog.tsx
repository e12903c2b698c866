"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { startSuggestNames } from "@/lib/people/khmer-names/actions";
import type { ActionMeta } from "@/lib/platform/actions/action";

type Values = { who: "active" | "all"; leastConfidence: string };
type Props = { confidences: readonly number[]; onClose(): void };

/** For whom, and how sure; the page that follows shows what would be written. */
export function SuggestDialog({ confidences, onClose }: Props) {
  const t = useTranslations("khmerName.run");
  const router = useRouter();
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("title")} description={t("what")}>
      <ActionForm<Values, Values, { id: number }>
        id="suggest-khmer-names"
        action={(values, meta?: ActionMeta) => startSuggestNames(values, meta)}
        defaultValues={{ who: "active", leastConfidence: "50" }}
        onSuccess={({ id }) => {
          onClose();
          router.push(`/change-sets/${id}`);
        }}
      >
        <Field name="who" label={t("who")}>
          {(control) => (
            <Select {...control}>
              <option value="active">{t("whoIs.active")}</option>
              <option value="all">{t("whoIs.all")}</option>
            </Select>
          )}
        </Field>
        <Field name="leastConfidence" label={t("least")}>
          {(control) => (
            <Select {...control}>
              {confidences.map((percent) => (
                <option key={percent} value={percent}>
                  {t("percent", { percent })}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <SubmitButton>{t("start")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
