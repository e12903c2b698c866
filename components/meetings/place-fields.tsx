"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useFormContext } from "react-hook-form";
import { Field } from "@/components/forms/field";
import { CheckField } from "@/components/people/check-field";
import { Input } from "@/components/ui/input";
import type { Offers } from "@/lib/classes/timetable/offers";
import type { ToldFinding } from "@/lib/classes/timetable/tell-placement";
import { FindingList } from "./finding-list";
import { checkUrl, offersUrl, type PlaceValues } from "./place";
import { type Chosen, RoomSelect, TeacherSelect } from "./place-selects";
import { useFetched } from "./use-fetched";

export type DatedValues = PlaceValues & { onDate: string; note: string; acceptClashes: boolean };

type Props = {
  deliveryId: number;
  meetingId?: number | undefined;
  /** Whether day and hour may be chosen too. */
  movable: boolean;
  earliest?: string;
  rooms: readonly Chosen[];
  teachers: readonly Chosen[];
};

/**
 * Day, hour, room and teacher of one meeting: who and what is free is offered first, and what stands in the way is told
 * while it is chosen.
 */
export function PlaceFields({ deliveryId, meetingId, movable, earliest, rooms, teachers }: Props) {
  const t = useTranslations("meetings.form");
  const { watch, setValue, getValues } = useFormContext<DatedValues>();
  const values = watch();
  const when = { onDate: values.onDate };
  const offers = useFetched<Offers>(offersUrl(deliveryId, when, values));
  const check = useFetched<{ findings: ToldFinding[] }>(checkUrl(deliveryId, when, values, { meetingId }));
  const findings = check.data?.findings ?? null;
  // Options that come later do not carry the choice over by themselves.
  useEffect(() => {
    if (!offers.data) return;
    setValue("roomId", getValues("roomId"));
    setValue("teacherId", getValues("teacherId"));
  }, [offers.data, setValue, getValues]);
  return (
    <>
      {movable && (
        <>
          <Field name="onDate" label={t("day")}>
            {(control) => <Input {...control} type="date" min={earliest} className="max-w-48" />}
          </Field>
          <div className="grid grid-cols-2 gap-3 sm:max-w-80">
            <Field name="startMin" label={t("start")}>
              {(control) => <Input {...control} type="time" step={300} />}
            </Field>
            <Field name="endMin" label={t("end")}>
              {(control) => <Input {...control} type="time" step={300} />}
            </Field>
          </div>
        </>
      )}
      <Field name="teacherId" label={t("teacher")} optional>
        {(control) => <TeacherSelect {...control} offers={offers.data} chosen={teachers} />}
      </Field>
      <Field name="roomId" label={t("room")} optional>
        {(control) => <RoomSelect {...control} offers={offers.data} chosen={rooms} />}
      </Field>
      {offers.failed && <p className="text-sm text-warning">{t("failed")}</p>}
      <FindingList
        // Whoever only changes room or teacher meets the students that were met before.
        findings={movable ? findings : (findings?.filter((each) => each.severity !== "confirm") ?? null)}
        loading={check.loading}
      />
      {movable && findings?.some((each) => each.severity === "confirm") && (
        <CheckField name="acceptClashes" label={t("accept")} />
      )}
    </>
  );
}
