"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast-store";
import { addMeeting } from "@/lib/classes/timetable/actions";
import { idOf, minutesOf, timeOf } from "./place";
import { type DatedValues, PlaceFields } from "./place-fields";

/** A part of the class: what it is called, and when and where it usually meets. */
export type PartChoice = {
  deliveryId: number;
  label: string;
  startMin: number;
  endMin: number;
  room: { id: number; label: string } | null;
  teacher: { id: number; label: string } | null;
};
type Values = DatedValues & { deliveryId: string };
type Props = { className: string; parts: readonly PartChoice[]; today: string; onClose(): void };

/** A lesson beside the weekly ones. */
export function AddDialog({ className, parts, today, onClose }: Props) {
  const t = useTranslations("meetings");
  const router = useRouter();
  const first = parts[0];
  if (!first) return null;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("add.title")}
      description={t("add.what", { class: className })}
    >
      <ActionForm<Values, Parameters<typeof addMeeting>[0]>
        id={`meeting-add-${first.deliveryId}`}
        action={addMeeting}
        keepDraft={false}
        toInput={(values) => ({
          deliveryId: Number(values.deliveryId),
          onDate: values.onDate,
          startMin: minutesOf(values.startMin) ?? 0,
          endMin: minutesOf(values.endMin) ?? 0,
          roomId: idOf(values.roomId),
          teacherId: idOf(values.teacherId),
          note: values.note,
          acceptClashes: values.acceptClashes,
        })}
        defaultValues={{
          deliveryId: String(first.deliveryId),
          onDate: today,
          startMin: timeOf(first.startMin),
          endMin: timeOf(first.endMin),
          roomId: "",
          teacherId: String(first.teacher?.id ?? ""),
          note: "",
          acceptClashes: false,
        }}
        onSuccess={() => {
          onClose();
          toast.success(t("add.done"));
          router.refresh();
        }}
      >
        {parts.length > 1 && (
          <Field name="deliveryId" label={t("form.part")}>
            {(control) => (
              <Select {...control}>
                {parts.map(({ deliveryId, label }) => (
                  <option key={deliveryId} value={deliveryId}>
                    {label}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        )}
        <Place parts={parts} today={today} />
        <Field name="note" label={t("form.note")} help={t("form.noteHelp")} optional>
          {(control) => <Textarea {...control} rows={2} maxLength={300} />}
        </Field>
        <SubmitButton>{t("add.submit")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}

function Place({ parts, today }: Pick<Props, "parts" | "today">) {
  const { watch } = useFormContext<Values>();
  const part = parts.find(({ deliveryId }) => String(deliveryId) === watch("deliveryId")) ?? parts[0];
  if (!part) return null;
  return (
    <PlaceFields
      deliveryId={part.deliveryId}
      movable
      earliest={today}
      rooms={part.room ? [part.room] : []}
      teachers={part.teacher ? [part.teacher] : []}
    />
  );
}
