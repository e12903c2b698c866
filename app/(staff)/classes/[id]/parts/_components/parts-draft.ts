import { timesText } from "@/components/classes/times-text";
import type { EditedSession } from "@/lib/classes/queries/class-parts";
import { evenWeights, weighsOne, weightSum, weightText } from "@/lib/classes/structure";
import type { Formatter } from "@/lib/platform/i18n/formatter";

/** A part as it is typed: everything as text, with a key of its own while it has no id. */
export type PartDraft = {
  key: string;
  id: number | null;
  partType: string;
  name: string;
  nameKm: string;
  weight: string;
  weekdays: number[];
  minutes: string;
  roomNeed: string;
  teacher: { id: number; name: string; number: string } | null;
  textbooks: { id: number; title: string }[];
  fromTemplate: boolean;
  times: string[];
};
export type SessionDraft = {
  number: number;
  name: string;
  nameKm: string;
  weight: string;
  parts: PartDraft[];
};

/** The sessions on file as drafts. */
export function toDrafts(sessions: readonly EditedSession[], format: Formatter): SessionDraft[] {
  return sessions.map(({ parts, ...session }) => ({
    ...session,
    parts: parts.map(({ code: _, wantedTeacher, minutes, roomNeed, times, ...part }) => ({
      ...part,
      key: String(part.id),
      minutes: minutes === null ? "" : String(minutes),
      roomNeed: roomNeed ?? "",
      teacher: wantedTeacher && {
        id: wantedTeacher.id,
        name: format.name(wantedTeacher),
        number: String(wantedTeacher.number),
      },
      times: timesText(times, format),
    })),
  }));
}

/** A further part of a session, with what the weights of the others leave. */
export function newPart(session: SessionDraft, key: string): PartDraft {
  const { sum } = sumOf(session);
  return {
    key,
    id: null,
    partType: "MAIN",
    name: "",
    nameKm: "",
    weight: sum !== null && sum < 1000 ? weightText(1000 - sum) : "0",
    weekdays: [],
    minutes: "90",
    roomNeed: "",
    teacher: null,
    textbooks: [],
    fromTemplate: false,
    times: [],
  };
}

/** The parts with equal weights that make one. */
export function withEvenWeights(session: SessionDraft): SessionDraft {
  const weights = evenWeights(session.parts.length);
  return {
    ...session,
    parts: session.parts.map((part, index) => ({ ...part, weight: weights[index] ?? part.weight })),
  };
}

/** The sum of a session's weights in thousandths, null while one of them is no weight, and whether they make one. */
export function sumOf({ parts }: SessionDraft): { sum: number | null; fits: boolean } {
  const weights = parts.map(({ weight }) => weight.trim());
  try {
    return { sum: weightSum(weights), fits: parts.length > 0 && weighsOne(weights) };
  } catch {
    return { sum: null, fits: false };
  }
}

/** The drafts as the action takes them. */
export function toSessions(sessions: readonly SessionDraft[]) {
  return sessions.map(({ parts, ...session }) => ({
    ...session,
    parts: parts.map(
      ({
        key: _key,
        fromTemplate: _from,
        times: _times,
        teacher,
        textbooks,
        minutes,
        roomNeed,
        partType,
        ...part
      }) => ({
        ...part,
        partType: partType as "MAIN",
        weight: part.weight.trim(),
        minutes: minutes.trim() === "" ? null : Number(minutes),
        roomNeed: (roomNeed || null) as "CLASS" | null,
        wantedTeacherId: teacher?.id ?? null,
        textbookIds: textbooks.map(({ id }) => id),
      }),
    ),
  }));
}
