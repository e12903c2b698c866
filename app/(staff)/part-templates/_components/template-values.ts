import type { PartType } from "@/lib/curriculum/part-templates/part-types";
import { percentOf } from "@/lib/curriculum/part-templates/rules";
import type { TemplateSetRow } from "@/lib/curriculum/part-templates/schemas";

/** A part as it is typed. */
export type PartValues = {
  session: number;
  partType: PartType;
  name: string;
  nameKm: string;
  weekdays: number[];
  minutes: string;
  roomNeed: string;
  percent: string;
  textbookIds: number[];
};

/** A template as it is typed; levels and programme only count for a new one. */
export type TemplateValues = {
  programmeId: string;
  levelFrom: string;
  levelTo: string;
  validFrom: string;
  name: string;
  nameKm: string;
  parts: PartValues[];
};

export const emptyPart = (session: number): PartValues => ({
  session,
  partType: "MAIN",
  name: "",
  nameKm: "",
  weekdays: [],
  minutes: "90",
  roomNeed: "",
  percent: "",
  textbookIds: [],
});

/** What the form shows at first: the parts of a set, or one empty part. */
export function valuesOf(set: TemplateSetRow | null): TemplateValues {
  const level = (value: number | null | undefined) =>
    value === null || value === undefined ? "" : String(value);
  return {
    programmeId: set ? String(set.programmeId) : "",
    levelFrom: level(set?.levelFrom),
    levelTo: level(set?.levelTo),
    validFrom: "",
    name: set?.name.en ?? "",
    nameKm: set?.name.km ?? "",
    parts: set
      ? set.parts.map((part) => ({
          session: part.session,
          partType: part.partType as PartType,
          name: part.name.en,
          nameKm: part.name.km,
          weekdays: part.weekdays,
          minutes: String(part.minutes),
          roomNeed: part.roomNeed ?? "",
          percent: percentOf(part.weight),
          textbookIds: part.textbooks.map(({ id }) => id),
        }))
      : [emptyPart(1)],
  };
}
