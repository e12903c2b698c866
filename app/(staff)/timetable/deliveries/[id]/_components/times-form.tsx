"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ComponentProps, useCallback, useState } from "react";
import { useFieldArray, useFormContext } from "react-hook-form";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { idOf, minutesOf, timeOf } from "@/components/meetings/place";
import type { Chosen } from "@/components/meetings/place-selects";
import { CheckField } from "@/components/people/check-field";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast-store";
import { placeDelivery } from "@/lib/classes/timetable/actions";
import type { PlacedDelivery } from "@/lib/classes/timetable/commands/place-delivery";
import { SlotFields, type TimesValues } from "./slot-fields";

type WeeklyTime = {
  id: number;
  weekday: number;
  startMin: number;
  endMin: number;
  room: Chosen | null;
  teacher: Chosen | null;
};
type Props = {
  deliveryId: number;
  version: number;
  /** The first day that may change, and the last on which it is taught. */
  from: string;
  latest: string;
  needs: { weekdays: readonly number[]; minutes: number | null };
  slots: readonly WeeklyTime[];
};

/** Half past five: most classes are in the evening (domain.md 1.3). */
const EVENING = 17 * 60 + 30;

function defaults({ slots, from, needs }: Props): TimesValues {
  const minutes = needs.minutes ?? 90;
  const wanted = needs.weekdays.map((weekday) => ({
    slotId: "",
    weekday: String(weekday),
    startMin: timeOf(EVENING),
    endMin: timeOf(EVENING + minutes),
    roomId: "",
    teacherId: "",
  }));
  const there = slots.map(({ id, weekday, startMin, endMin, room, teacher }) => ({
    slotId: String(id),
    weekday: String(weekday),
    startMin: timeOf(startMin),
    endMin: timeOf(endMin),
    roomId: String(room?.id ?? ""),
    teacherId: String(teacher?.id ?? ""),
  }));
  return { from, acceptClashes: false, slots: there.length > 0 ? there : wanted };
}

/** All weekly times of a part from a day on: what it needs is proposed where there are none yet. */
export function TimesForm(props: Props) {
  const { deliveryId, version, from, latest, slots } = props;
  const t = useTranslations("meetings.delivery");
  const router = useRouter();
  return (
    <ActionForm<TimesValues, Parameters<typeof placeDelivery>[0], Pick<PlacedDelivery, "meetings">>
      key={version}
      id={`times-${deliveryId}`}
      action={placeDelivery}
      keepDraft={false}
      defaultValues={defaults(props)}
      toInput={(values) => ({
        deliveryId,
        version,
        from: values.from,
        acceptClashes: values.acceptClashes,
        slots: values.slots.map((slot) => ({
          weekday: Number(slot.weekday),
          startMin: minutesOf(slot.startMin) ?? 0,
          endMin: minutesOf(slot.endMin) ?? 0,
          roomId: idOf(slot.roomId),
          teacherId: idOf(slot.teacherId),
        })),
      })}
      onSuccess={({ meetings }) => {
        toast.success(t("done", meetings), {
          description: meetings.kept > 0 ? t("kept", { count: meetings.kept }) : undefined,
        });
        router.refresh();
      }}
    >
      <Field name="from" label={t("from")} help={t("fromHelp")}>
        {(control) => <Input {...control} type="date" min={from} max={latest} className="max-w-48" />}
      </Field>
      <Slots
        deliveryId={deliveryId}
        rooms={slots.flatMap(({ room }) => room ?? [])}
        teachers={slots.flatMap(({ teacher }) => teacher ?? [])}
        had={slots.length > 0}
      />
      <SubmitButton>{t("save")}</SubmitButton>
    </ActionForm>
  );
}

type SlotsProps = { deliveryId: number; rooms: Chosen[]; teachers: Chosen[]; had: boolean };

function Slots({ deliveryId, rooms, teachers, had }: SlotsProps) {
  const t = useTranslations("meetings.delivery");
  const form = useTranslations("meetings.form");
  const { control, getValues } = useFormContext<TimesValues>();
  const [clashing, setClashing] = useState<Readonly<Record<string, boolean>>>({});
  const note = useCallback(
    (id: string, clashes: boolean) => setClashing((before) => ({ ...before, [id]: clashes })),
    [],
  );
  const { fields, append, remove } = useFieldArray({ control, name: "slots" });
  const add = () => {
    const last = getValues("slots").at(-1);
    append({
      slotId: "",
      weekday: String((Number(last?.weekday ?? 0) % 7) + 1),
      startMin: last?.startMin ?? timeOf(EVENING),
      endMin: last?.endMin ?? timeOf(EVENING + 90),
      roomId: last?.roomId ?? "",
      teacherId: last?.teacherId ?? "",
    });
  };
  return (
    <div className="flex flex-col gap-4">
      {fields.length === 0 && (
        <p className={had ? "text-sm text-warning" : "text-muted-foreground text-sm"}>
          {had ? t("noneLeft") : t("none")}
        </p>
      )}
      {fields.map((field, index) => (
        <fieldset key={field.id} className="flex flex-col gap-3 rounded-lg border bg-card p-4">
          <legend className="sr-only">{t("slot", { number: index + 1 })}</legend>
          <div className="flex items-center justify-between">
            <p aria-hidden className="font-semibold text-sm">
              {t("slot", { number: index + 1 })}
            </p>
            <Button
              variant="ghost"
              size="sm"
              aria-label={`${t("removeTime")}: ${t("slot", { number: index + 1 })}`}
              onClick={() => remove(index)}
            >
              <Icon name="trash-2" />
              {t("removeTime")}
            </Button>
          </div>
          <Slot id={field.id} note={note} {...{ deliveryId, index, rooms, teachers }} />
        </fieldset>
      ))}
      <Button variant="outline" className="self-start" onClick={add}>
        <Icon name="plus" />
        {t("addTime")}
      </Button>
      {fields.some(({ id }) => clashing[id]) && <CheckField name="acceptClashes" label={form("accept")} />}
    </div>
  );
}

type SlotProps = Omit<ComponentProps<typeof SlotFields>, "onClash"> & {
  id: string;
  note(id: string, clashes: boolean): void;
};

function Slot({ id, note, ...fields }: SlotProps) {
  const onClash = useCallback((clashes: boolean) => note(id, clashes), [id, note]);
  return <SlotFields {...fields} onClash={onClash} />;
}
