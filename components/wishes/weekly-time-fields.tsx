"use client";

import { useTranslations } from "next-intl";
import { Field } from "@/components/forms/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Weekday } from "@/lib/platform/dates/day";
import { useFormat } from "@/lib/platform/i18n/client-provider";

const DAYS: Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Day of the week, beginning and end, as the forms of wishes and drafts ask for them. */
export function WeeklyTimeFields({
  namespace,
}: {
  namespace: "draftTimetable.change" | "draftTimetable.wishes";
}) {
  const t = useTranslations(namespace);
  const format = useFormat();
  return (
    <>
      <Field name="weekday" label={t("weekday")}>
        {(control) => (
          <Select {...control}>
            {DAYS.map((day) => (
              <option key={day} value={day}>
                {format.weekday(day, "long")}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field name="startMin" label={t("start")}>
          {(control) => <Input {...control} type="time" step={300} />}
        </Field>
        <Field name="endMin" label={t("end")}>
          {(control) => <Input {...control} type="time" step={300} />}
        </Field>
      </div>
    </>
  );
}
