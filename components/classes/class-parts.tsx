import { getTranslations } from "next-intl/server";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ClassPartRow } from "@/lib/classes/schemas";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { timesText } from "./times-text";

function unique(texts: (string | null)[]): string {
  return [...new Set(texts.filter((each) => each !== null))].join(", ");
}

/** The parts of a class with weight, weekly times, room and teacher; sessions are named where there are two. */
export async function ClassParts({ parts, label }: { parts: ClassPartRow[]; label: string }) {
  const [t, format] = await Promise.all([getTranslations("classes"), getFormat()]);
  const sessions = new Set(parts.map((part) => part.sessionNumber)).size;
  return (
    <Table label={label}>
      <TableHeader>
        <tr>
          <TableHead>{t("page.part")}</TableHead>
          <TableHead>{t("columns.times")}</TableHead>
          <TableHead>{t("columns.rooms")}</TableHead>
          <TableHead>{t("columns.teachers")}</TableHead>
          <TableHead className="text-right">{t("page.weight")}</TableHead>
        </tr>
      </TableHeader>
      <TableBody>
        {parts.map((part) => {
          const times = timesText(part.slots, format);
          const rooms = unique(part.slots.map((slot) => slot.room));
          const teachers = unique(part.slots.map((slot) => slot.teacher && format.name(slot.teacher)));
          return (
            <TableRow key={part.id}>
              <TableCell className="font-medium">
                {sessions > 1 ? `${format.words(part.sessionName)} · ` : null}
                {format.words(part.name)}
              </TableCell>
              <TableCell className="tabular">
                {times.length > 0 ? (
                  times.map((text) => <p key={text}>{text}</p>)
                ) : (
                  <Missing>{t("noTimes")}</Missing>
                )}
              </TableCell>
              <TableCell>{rooms || <Missing>{t("noRoom")}</Missing>}</TableCell>
              <TableCell>{teachers || <Missing>{t("noTeacher")}</Missing>}</TableCell>
              <TableCell className="text-right">{format.percent(part.weightPercent)}</TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}

function Missing({ children }: { children: string }) {
  return <span className="text-warning">{children}</span>;
}

/** Parts that lack a time, a room or a teacher (domain.md 4.3: accepted, but flagged). */
export function incompleteParts(parts: ClassPartRow[]): ClassPartRow[] {
  return parts.filter(
    (part) =>
      part.slots.length === 0 || part.slots.some((slot) => slot.room === null || slot.teacher === null),
  );
}
