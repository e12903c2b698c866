import type { getTranslations } from "next-intl/server";
import { courseTitle } from "@/components/classes/times-text";
import type { WeekSubject } from "@/lib/classes/weeks/subject";
import type { Formatter } from "@/lib/platform/i18n/formatter";

type T = Awaited<ReturnType<typeof getTranslations<"timetableStaff">>>;

/** What the page of a week is called. */
export function subjectTitle(subject: WeekSubject, t: T, format: Formatter): string {
  switch (subject.kind) {
    case "room":
      return t("subject.room", { code: subject.code });
    case "teacher":
      return format.name(subject.name);
    case "class":
      return `${subject.code} ${subject.section}`;
    case "programme":
      return subject.code;
  }
}

/** The line below. */
export function subjectDetail(subject: WeekSubject, t: T, format: Formatter): string {
  switch (subject.kind) {
    case "room":
      return t("subject.roomDetail", { name: subject.name, seats: subject.capacity });
    case "teacher":
      return t("subject.teacherDetail", { number: String(subject.number) });
    case "class":
      return courseTitle(subject, format);
    case "programme":
      return format.words(subject.name);
  }
}

/** The page of whose week it is. */
export function recordHref({ kind, ref }: Pick<WeekSubject, "kind" | "ref">): `/${string}` {
  const paths = { room: "rooms", teacher: "teachers", class: "classes", programme: "programmes" } as const;
  return `/${paths[kind]}/${encodeURIComponent(ref)}`;
}
