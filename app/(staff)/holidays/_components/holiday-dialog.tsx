"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast-store";
import type { HolidayRecord } from "@/lib/calendar/schemas";
import { createHoliday, editHoliday } from "@/lib/classes/holidays/actions";
import type { ActionMeta, ActionResult } from "@/lib/platform/actions/action";

type Values = { name: string; nameKm: string; startDate: string; endDate: string; notes: string };
type Effect = { cancelled: number; restored: number };
type Props = { year: number; holiday: HolidayRecord | null; onClose(): void };

/** Adds a holiday, or changes one; the meetings of its days follow. */
export function HolidayDialog({ year, holiday, onClose }: Props) {
  const t = useTranslations("holidays");
  const router = useRouter();
  const save = (values: Values, meta?: ActionMeta): Promise<ActionResult<Effect>> =>
    holiday
      ? editHoliday({ ...values, id: holiday.id, version: holiday.version }, meta)
      : createHoliday(values, meta);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={holiday ? t("editTitle") : t("new")}
      description={t("dialogLead")}
    >
      <ActionForm<Values, Values, Effect>
        id={`holiday-${holiday?.id ?? `new-${year}`}`}
        action={save}
        defaultValues={{
          name: holiday?.name ?? "",
          nameKm: holiday?.nameKm ?? "",
          startDate: holiday?.startDate ?? "",
          endDate: holiday && holiday.endDate !== holiday.startDate ? holiday.endDate : "",
          notes: holiday?.notes ?? "",
        }}
        onSuccess={({ cancelled, restored }) => {
          onClose();
          toast.success(t("saved"), {
            description: cancelled + restored > 0 ? t("savedMeetings", { cancelled, restored }) : undefined,
          });
          router.refresh();
        }}
      >
        <Field name="name" label={t("fields.name")}>
          {(control) => <Input {...control} lang="en" maxLength={120} autoComplete="off" />}
        </Field>
        <Field name="nameKm" label={t("fields.nameKm")}>
          {(control) => <Input {...control} lang="km" maxLength={160} autoComplete="off" />}
        </Field>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field name="startDate" label={t("fields.startDate")}>
            {(control) => <Input {...control} type="date" className="max-w-48" />}
          </Field>
          <Field name="endDate" label={t("fields.endDate")} help={t("fields.endDateHelp")} optional>
            {(control) => <Input {...control} type="date" className="max-w-48" />}
          </Field>
        </div>
        <Field name="notes" label={t("fields.notes")} optional>
          {(control) => <Input {...control} maxLength={500} autoComplete="off" />}
        </Field>
        <SubmitButton>{t("save")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
