"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast-store";
import { changeMeeting, makeUpMeeting } from "@/lib/classes/timetable/actions";
import type { ActionMeta, ActionResult } from "@/lib/platform/actions/action";
import type { MeetingFacts } from "./facts";
import { idOf, minutesOf, timeOf } from "./place";
import { type DatedValues, PlaceFields } from "./place-fields";
import type { Chosen } from "./place-selects";

type Props = { mode: "change" | "makeUp"; meeting: MeetingFacts; today: string; onClose(): void };

const chosen = (...options: (Chosen | null)[]) => options.filter((each) => each !== null);

/** Another teacher or room for one meeting, or a lesson in place of a cancelled one. */
export function MeetingDialog({ mode, meeting, today, onClose }: Props) {
  const t = useTranslations("meetings");
  const router = useRouter();
  const { id: meetingId, version } = meeting;
  const changes = mode === "change";
  const save = (values: DatedValues, meta?: ActionMeta): Promise<ActionResult<unknown>> => {
    const where = { roomId: idOf(values.roomId), teacherId: idOf(values.teacherId) };
    if (changes) return changeMeeting({ meetingId, version, ...where, note: values.note }, meta);
    const [startMin, endMin] = [minutesOf(values.startMin) ?? 0, minutesOf(values.endMin) ?? 0];
    const { onDate, acceptClashes } = values;
    return makeUpMeeting({ meetingId, version, onDate, startMin, endMin, ...where, acceptClashes }, meta);
  };
  const what = { class: meeting.className, date: meeting.dateText, time: meeting.timeText };
  const roomNow = meeting.roomId ? { id: meeting.roomId, label: meeting.room ?? "" } : null;
  const teacherNow = meeting.teacherId ? { id: meeting.teacherId, label: meeting.teacher ?? "" } : null;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(`${mode}.title`)}
      description={t(`${mode}.what`, what)}
    >
      <ActionForm<DatedValues>
        id={`meeting-${mode}-${meetingId}`}
        action={save}
        keepDraft={false}
        defaultValues={{
          onDate: changes || meeting.date > today ? meeting.date : today,
          startMin: timeOf(meeting.startMin),
          endMin: timeOf(meeting.endMin),
          roomId: String(meeting.roomId ?? ""),
          teacherId: String(meeting.teacherId ?? ""),
          note: meeting.note ?? "",
          acceptClashes: false,
        }}
        onSuccess={() => {
          onClose();
          toast.success(t(`${mode}.done`));
          router.refresh();
        }}
      >
        <PlaceFields
          deliveryId={meeting.deliveryId}
          meetingId={changes ? meetingId : undefined}
          movable={!changes}
          earliest={today}
          rooms={chosen(roomNow, meeting.regularRoom)}
          teachers={chosen(teacherNow, meeting.regularTeacher)}
        />
        {changes && (
          <Field name="note" label={t("form.note")} help={t("form.noteHelp")} optional>
            {(control) => <Textarea {...control} rows={2} maxLength={300} />}
          </Field>
        )}
        <SubmitButton>{t(`${mode}.submit`)}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
