"use client";

import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Select } from "@/components/ui/select";
import type { FoundRoom, FoundTeacher } from "@/lib/classes/timetable/find-free";
import type { Offers } from "@/lib/classes/timetable/offers";
import { useFormat } from "@/lib/platform/i18n/client-provider";

/** What is chosen already: it must stand among the options before the others are loaded. */
export type Chosen = { id: number; label: string };

type Props = ComponentProps<typeof Select> & { offers: Offers | null; chosen: readonly Chosen[] };

type Group = { label: string; options: { id: number; label: string }[] };

function Options({ groups, chosen, none }: { groups: Group[]; chosen: readonly Chosen[]; none: string }) {
  const known = new Set(groups.flatMap(({ options }) => options.map(({ id }) => id)));
  // The same room may be chosen twice, as what is and what would be.
  const extra = new Map(chosen.filter(({ id }) => !known.has(id)).map(({ id, label }) => [id, label]));
  return (
    <>
      <option value="">{none}</option>
      {[...extra].map(([id, label]) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
      {groups
        .filter(({ options }) => options.length > 0)
        .map(({ label, options }) => (
          <optgroup key={label} label={label}>
            {options.map((option) => (
              <option key={option.id} value={option.id}>
                {option.label}
              </option>
            ))}
          </optgroup>
        ))}
    </>
  );
}

/** Rooms for a place: free ones first, the smallest that suffices on top; those that are taken say by whom. */
export function RoomSelect({ offers, chosen, ...control }: Props) {
  const t = useTranslations("meetings.form");
  const room = ({ id, code, capacity, busy }: FoundRoom) => {
    const label = t("roomOption", { code, capacity });
    return { id, label: busy ? t("takenBy", { name: label, class: `${busy.code} ${busy.section}` }) : label };
  };
  const rooms = offers?.rooms ?? [];
  const groups = [
    { label: t("freeRooms"), options: rooms.filter((each) => !each.busy).map(room) },
    { label: t("takenRooms"), options: rooms.filter((each) => each.busy).map(room) },
  ];
  return (
    <Select {...control}>
      <Options groups={groups} chosen={chosen} none={t("none")} />
    </Select>
  );
}

/** Teachers for a place: those who are free and qualified first; those who teach elsewhere say where. */
export function TeacherSelect({ offers, chosen, ...control }: Props) {
  const t = useTranslations("meetings.form");
  const format = useFormat();
  const teacher = ({ id, name, busy }: FoundTeacher) => {
    const label = format.name(name);
    return { id, label: busy ? t("takenBy", { name: label, class: `${busy.code} ${busy.section}` }) : label };
  };
  const teachers = offers?.teachers ?? [];
  const free = teachers.filter((each) => !each.busy);
  const hindered = (each: FoundTeacher) => each.onLeave || each.wish === "UNAVAILABLE";
  const fits = (each: FoundTeacher) => each.qualified === null || each.qualified === "pass";
  const groups = [
    { label: t("freeQualified"), options: free.filter((each) => fits(each) && !hindered(each)).map(teacher) },
    { label: t("freeOthers"), options: free.filter((each) => !fits(each) && !hindered(each)).map(teacher) },
    { label: t("away"), options: free.filter(hindered).map(teacher) },
    { label: t("busyTeachers"), options: teachers.filter((each) => each.busy).map(teacher) },
  ];
  return (
    <Select {...control}>
      <Options groups={groups} chosen={chosen} none={t("none")} />
    </Select>
  );
}
