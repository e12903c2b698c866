"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useFormContext } from "react-hook-form";
import { Field } from "@/components/forms/field";
import { FindingList } from "@/components/meetings/finding-list";
import { checkUrl, offersUrl, type PlaceValues } from "@/components/meetings/place";
import { type Chosen, RoomSelect, TeacherSelect } from "@/components/meetings/place-selects";
import { useFetched } from "@/components/meetings/use-fetched";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { WEEKDAYS } from "@/lib/classes/timetable/kinds";
import type { Offers } from "@/lib/classes/timetable/offers";
import type { ToldFinding } from "@/lib/classes/timetable/tell-placement";
import { useFormat } from "@/lib/platform/i18n/client-provider";

export type TimesValues = {
  from: string;
  acceptClashes: boolean;
  slots: (PlaceValues & { slotId: string; weekday: string })[];
};

type Props = {
  deliveryId: number;
  index: number;
  rooms: readonly Chosen[];
  teachers: readonly Chosen[];
  /** Told whether students would have two classes at once. */
  onClash(clashes: boolean): void;
};

/** One weekly time, with who and what is free every week from the day on, and what stands in the way. */
export function SlotFields({ deliveryId, index, rooms, teachers, onClash }: Props) {
  const [t, d] = [useTranslations("meetings.form"), useTranslations("meetings.delivery")];
  const format = useFormat();
  const { watch, setValue, getValues } = useFormContext<TimesValues>();
  const values = watch();
  const slot = values.slots[index];
  const when = { weekday: slot?.weekday ?? "", from: values.from };
  const offers = useFetched<Offers>(slot ? offersUrl(deliveryId, when, slot) : null);
  const self = { slotId: slot?.slotId ? Number(slot.slotId) : undefined };
  const check = useFetched<{ findings: ToldFinding[] }>(slot ? checkUrl(deliveryId, when, slot, self) : null);
  const findings = check.data?.findings ?? null;
  const clashes = findings?.some((each) => each.severity === "confirm") ?? false;
  useEffect(() => onClash(clashes), [clashes, onClash]);
  // Options that come later do not carry the choice over by themselves.
  useEffect(() => {
    if (!offers.data) return;
    for (const name of ["roomId", "teacherId"] as const)
      setValue(`slots.${index}.${name}`, getValues(`slots.${index}.${name}`));
  }, [offers.data, index, setValue, getValues]);
  return (
    <>
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
        <div className="max-sm:col-span-2">
          <Field name={`slots.${index}.weekday`} label={d("weekday")}>
            {(control) => (
              <Select {...control}>
                {WEEKDAYS.map((day) => (
                  <option key={day} value={day}>
                    {format.weekday(day, "long")}
                  </option>
                ))}
              </Select>
            )}
          </Field>
        </div>
        <Field name={`slots.${index}.startMin`} label={t("start")}>
          {(control) => <Input {...control} type="time" step={300} />}
        </Field>
        <Field name={`slots.${index}.endMin`} label={t("end")}>
          {(control) => <Input {...control} type="time" step={300} />}
        </Field>
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field name={`slots.${index}.roomId`} label={t("room")} optional>
          {(control) => <RoomSelect {...control} offers={offers.data} chosen={rooms} />}
        </Field>
        <Field name={`slots.${index}.teacherId`} label={t("teacher")} optional>
          {(control) => <TeacherSelect {...control} offers={offers.data} chosen={teachers} />}
        </Field>
      </div>
      {offers.failed && <p className="text-sm text-warning">{t("failed")}</p>}
      <FindingList findings={findings} loading={check.loading} />
    </>
  );
}
