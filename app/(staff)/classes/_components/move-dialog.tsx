"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { startMove } from "@/lib/classes/offering/actions";
import type { BulkStatus, ClassSelection } from "@/lib/classes/offering/schemas";
import type { ActionMeta } from "@/lib/platform/actions/action";

type Props = { selection: ClassSelection; count: number; onClose(): void };
type Values = { to: BulkStatus | ""; reason: string };

const STATUSES = ["SCHEDULED", "ACTIVE", "COMPLETED", "SUSPENDED", "DRAFT"] as const;

/** Which status the selected classes shall have, and why. */
export function MoveDialog({ selection, count, onClose }: Props) {
  const t = useTranslations("offering");
  const router = useRouter();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("bulk.moveTitle", { count })}
      description={t("bulk.what")}
    >
      <ActionForm<Values, Values, { id: number }>
        id="move-classes"
        action={({ to, reason }, meta?: ActionMeta) =>
          startMove({ selection, to: to as BulkStatus, reason }, meta)
        }
        defaultValues={{ to: "", reason: "" }}
        onSuccess={({ id }) => {
          onClose();
          router.push(`/change-sets/${id}`);
        }}
        keepDraft={false}
      >
        <Field name="to" label={t("bulk.to")} help={t("bulk.cancelHint")}>
          {(control) => (
            <Select {...control} autoFocus>
              <option value="">{t("bulk.choose")}</option>
              {STATUSES.map((status) => (
                <option key={status} value={status}>
                  {t(`statuses.${status}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field name="reason" label={t("bulk.reason")}>
          {(control) => <Textarea {...control} rows={2} maxLength={500} />}
        </Field>
        <SubmitButton>{t("bulk.check")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
