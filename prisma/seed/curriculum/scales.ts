import { type DayNumber, dayIn } from "../days";

export type ScaleGrade = { letter: string; minimum: number; points: number; passes: boolean };
export type ScaleRow = {
  id: number;
  code: string;
  name: string;
  kind: "LANGUAGE_STANDARD" | "LANGUAGE_IEAP" | "ACADEMIC";
  from: DayNumber;
  to: DayNumber | null;
  /** Best letter first. */
  grades: ScaleGrade[];
};

function grades(text: string): ScaleGrade[] {
  return text.split(" ").map((entry) => {
    const [letter = "", minimum = "", points = ""] = entry.split(":");
    return { letter, minimum: Number(minimum), points: Number(points), passes: letter !== "F" };
  });
}

/** The day on which the present academic scale replaced the older one (domain.md 0.2 row 4, an invented day). */
const NEW_ACADEMIC_SCALE = dayIn(2018, 1, 1);

/** Scales of domain.md 7.1; every letter but F passes and earns credit (domain.md 0.2 row 2). */
export function makeScales(): ScaleRow[] {
  const start = dayIn(2009, 4, 1);
  return [
    {
      id: 1,
      code: "LANGUAGE",
      name: "Language standard",
      kind: "LANGUAGE_STANDARD",
      from: start,
      to: null,
      grades: grades("A:90:4 B:80:3 C:70:2 D:50:1 F:0:0"),
    },
    {
      id: 2,
      code: "IEAP",
      name: "Language IEAP",
      kind: "LANGUAGE_IEAP",
      from: start,
      to: null,
      grades: grades("A:90:4 B:80:3 C:70:2 D:60:1 F:0:0"),
    },
    {
      id: 3,
      code: "ACADEMIC",
      name: "Academic, until 2017",
      kind: "ACADEMIC",
      from: start,
      to: NEW_ACADEMIC_SCALE,
      grades: grades(
        "A+:96:4 A:93:4 A-:90:3.67 B+:86:3.33 B:83:3 B-:80:2.67 C+:76:2.33 C:73:2 C-:70:1.67 D:60:1 F:0:0",
      ),
    },
    {
      id: 4,
      code: "ACADEMIC",
      name: "Academic",
      kind: "ACADEMIC",
      from: NEW_ACADEMIC_SCALE,
      to: null,
      grades: grades(
        "A+:97:4 A:93:4 A-:90:3.7 B+:87:3.3 B:83:3 B-:80:2.7 C+:77:2.3 C:73:2 C-:70:1.7 D+:67:1.3 D:63:1 D-:60:0.7 F:0:0",
      ),
    },
  ];
}

/** The scale version for a course in a term that starts on a day. */
export function scaleFor(scales: ScaleRow[], programme: string | null, start: DayNumber): ScaleRow {
  const kind = programme === "IEAP" ? "LANGUAGE_IEAP" : programme ? "LANGUAGE_STANDARD" : "ACADEMIC";
  const found = scales.find(
    (scale) => scale.kind === kind && scale.from <= start && (scale.to ?? Infinity) > start,
  );
  if (!found) throw new Error(`no ${kind} scale`);
  return found;
}
