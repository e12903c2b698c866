"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast-store";
import { WeeklyTimeFields } from "@/components/wishes/weekly-time-fields";
import { changeProposalItem } from "@/lib/classes/draft-timetable/actions";
import type { ActionMeta } from "@/lib/platform/actions/action";
import type { Option, ProposedTime } from "./proposed-times";

type Values = { weekday: string; startMin: string; endMin: string; roomId: string; teacherId: string };
type Props = { time: ProposedTime; rooms: Option[]; teachers: Option[]; onClose(): void };

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** Another day, hour, room or teacher for one weekly time; hard rules are asked when it is saved. */
export function ChangeDialog({ time, rooms, teachers, onClose }: Props) {
  const t = useTranslations("draftTimetable.change");
  const router = useRouter();
  const save = ({ weekday, startMin, endMin, roomId, teacherId }: Values, meta?: ActionMeta) =>
    changeProposalItem(
      {
        itemId: time.itemId,
        version: time.version,
        weekday: Number(weekday),
        startMin,
        endMin,
        roomId: roomId === "" ? null : Number(roomId),
        teacherId: teacherId === "" ? null : Number(teacherId),
      },
      meta,
    );
  const options = (list: Option[]) => [
    <option key="" value="">
      {t("nobody")}
    </option>,
    ...list.map(({ value, label }) => (
      <option key={value} value={value}>
        {label}
      </option>
    )),
  ];
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("title")} description={time.text}>
      <ActionForm<Values>
        id={`proposal-item-${time.itemId}`}
        action={save}
        defaultValues={{
          weekday: String(time.weekday),
          startMin: clock(time.startMin),
          endMin: clock(time.endMin),
          roomId: String(time.roomId ?? ""),
          teacherId: String(time.teacherId ?? ""),
        }}
        onSuccess={() => {
          onClose();
          toast.success(t("saved"));
          router.refresh();
        }}
      >
        <WeeklyTimeFields namespace="draftTimetable.change" />
        <Field name="roomId" label={t("room")} optional>
          {(control) => <Select {...control}>{options(rooms)}</Select>}
        </Field>
        <Field name="teacherId" label={t("teacher")} optional>
          {(control) => <Select {...control}>{options(teachers)}</Select>}
        </Field>
        <SubmitButton>{t("save")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
