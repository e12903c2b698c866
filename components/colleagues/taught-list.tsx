import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Why } from "@/components/feedback/why";
import { Badge, type BadgeVariant } from "@/components/ui/badge";
import type { TaughtBy } from "@/lib/classes/queries/taught-by";
import { recordPath } from "@/lib/people/record-ref";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

const VARIANT: Record<"pass" | "warn" | "refuse", BadgeVariant> = {
  pass: "success",
  warn: "warning",
  refuse: "danger",
};

type Props = {
  rows: readonly TaughtBy[];
  /** Names the teacher too, for lists of several. */
  named?: boolean;
};

/** Classes with whether their teacher is qualified for them, and why. */
export async function TaughtList({ rows, named }: Props) {
  const [t, format] = await Promise.all([getTranslations("colleagues"), getFormat()]);
  return (
    <ul className="divide-y">
      {rows.map((row) => {
        const label = `${row.code} ${row.section}`;
        return (
          <li
            key={`${row.teacherId}-${row.classId}`}
            className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-cell text-sm"
          >
            <div className="min-w-0 flex-1">
              {named && (
                <p className="font-medium">
                  <Link
                    href={`${recordPath({ of: "teacher", number: row.teacherNumber })}/qualifications`}
                    prefetch={false}
                    className="link"
                  >
                    {format.name(row)}
                  </Link>
                </p>
              )}
              <p className={named ? "text-muted-foreground" : "font-medium"}>
                <Link href={`/classes/${row.classId}`} prefetch={false} className="link tabular">
                  {label}
                </Link>{" "}
                {format.locale === "km" && row.titleKm ? row.titleKm : row.title}
              </p>
              <p className="text-muted-foreground text-xs">
                {format.words(row.termName)} · {format.date(row.termStart)} – {format.date(row.termEnd)}
              </p>
            </div>
            <Badge variant={VARIANT[row.qualification.value.verdict]}>
              {t(`qualified.${row.qualification.value.verdict}`)}
            </Badge>
            <Why explained={row.qualification} label={label} />
          </li>
        );
      })}
    </ul>
  );
}
