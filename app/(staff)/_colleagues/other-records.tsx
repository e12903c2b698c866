import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { RECORD_KINDS, type RecordKind, recordPath } from "@/lib/people/record-ref";

type Props = {
  /** Numbers of the records of one person that the reader reaches. */
  records: Record<RecordKind, number | null>;
  /** The record that is shown. */
  kind: RecordKind;
};

/** A person may be student, teacher and staff at once (domain.md 1.4): the way to the other records. */
export async function OtherRecords({ records, kind }: Props) {
  const others = RECORD_KINDS.flatMap((of) => {
    const number = records[of];
    return number !== null && of !== kind ? [{ of, number }] : [];
  });
  if (others.length === 0) return null;
  const t = await getTranslations("colleagues");
  return (
    <p className="flex flex-wrap gap-x-3 text-sm">
      <span className="text-muted-foreground">{t("also")}</span>
      {others.map(({ of, number }) => {
        const path = recordPath({ of, number });
        return (
          <Link key={of} href={path} prefetch={false} className="link">
            {t(`numbers.${of}`, { number: path.slice(path.lastIndexOf("/") + 1) })}
          </Link>
        );
      })}
    </p>
  );
}
