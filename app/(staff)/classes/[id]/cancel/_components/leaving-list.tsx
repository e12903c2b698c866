import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import type { LeavingStudent } from "@/lib/registration/cancel-class/schemas";

const TONE = { ENROLLED: "default", OFFERED: "info", WAITLISTED: "outline" } as const;

type Props = {
  students: LeavingStudent[];
  /** Of several classes: each line says which. */
  many: boolean;
  linked: boolean;
};

/** Who leaves with the class, those with a seat first. */
export async function LeavingList({ students, many, linked }: Props) {
  if (students.length === 0) return null;
  const [t, format] = await Promise.all([getTranslations("cancelling"), getFormat()]);
  return (
    <Section title={t("who")} detail={format.number(students.length)} framed className="max-w-3xl">
      <ul className="divide-y text-sm">
        {students.map((student) => (
          <li
            key={`${student.studentId}/${student.code}`}
            className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-cell"
          >
            <span className="tabular w-16 text-muted-foreground">{student.number}</span>
            <span className="min-w-0 flex-1 font-medium">
              {linked ? (
                <a href={`/students/${student.number}`} className="link">
                  {format.name(student)}
                </a>
              ) : (
                format.name(student)
              )}
            </span>
            {many ? (
              <span className="text-muted-foreground">
                {student.code} {student.section}
              </span>
            ) : null}
            <Badge variant={TONE[student.status]}>{t(`states.${student.status}`)}</Badge>
          </li>
        ))}
      </ul>
    </Section>
  );
}
