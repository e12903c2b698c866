"use client";

import { useTranslations } from "next-intl";
import { FieldsDialog } from "@/components/forms/fields-dialog";
import { cancelMeeting } from "@/lib/classes/timetable/actions";
import type { MeetingFacts } from "./facts";

type Input = Parameters<typeof cancelMeeting>[0];

/** Cancels one meeting; the reason is what students and the teacher read. */
export function CancelDialog({ meeting, onClose }: { meeting: MeetingFacts; onClose(): void }) {
  const t = useTranslations("meetings");
  return (
    <FieldsDialog<Input>
      id={`meeting-cancel-${meeting.id}`}
      title={t("cancel.title")}
      what={t("cancel.what", {
        class: meeting.className,
        date: meeting.dateText,
        time: meeting.timeText,
      })}
      fields={[{ kind: "reason", name: "reason", label: t("form.reason"), help: t("form.reasonHelp") }]}
      defaults={{ reason: "" }}
      action={cancelMeeting}
      toInput={({ reason = "" }) => ({ meetingId: meeting.id, version: meeting.version, reason })}
      submit={t("cancel.submit")}
      done={t("cancel.done")}
      onClose={onClose}
    />
  );
}
