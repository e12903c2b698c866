import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { STATUS_VARIANT } from "@/components/classes/class-heading";
import { courseTitle } from "@/components/classes/times-text";
import { Badge } from "@/components/ui/badge";
import type { Candidate } from "@/lib/classes/combined/members";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { SplitButton } from "./combined-buttons";

type Props = { own: Candidate; others: Candidate[]; editable: boolean };

/** This class and those that are taught with it; each can be split off. */
export async function MemberList({ own, others, editable }: Props) {
  const [t, classes, format] = await Promise.all([
    getTranslations("classEdit.combined"),
    getTranslations("classes"),
    getFormat(),
  ]);
  return (
    <ul className="divide-y">
      {[own, ...others].map((member) => (
        <li key={member.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-cell text-sm">
          <span className="min-w-0 flex-1 basis-60">
            {member.id === own.id ? (
              <span className="tabular font-medium">{`${member.code} ${member.section}`}</span>
            ) : (
              <Link href={`/classes/${member.id}`} prefetch={false} className="link tabular font-medium">
                {`${member.code} ${member.section}`}
              </Link>
            )}
            <span className="ml-2 text-muted-foreground">{courseTitle(member, format)}</span>
          </span>
          {member.id === own.id && <Badge variant="outline">{t("this")}</Badge>}
          <Badge variant={STATUS_VARIANT[member.status]}>{classes(`status.${member.status}`)}</Badge>
          {editable && others.length > 0 && (
            <SplitButton
              id={member.id}
              version={member.version}
              name={`${member.code} ${member.section}`}
              capacity={member.seats.capacity}
            />
          )}
        </li>
      ))}
      {others.length === 0 && <li className="px-4 py-3 text-muted-foreground text-sm">{t("alone")}</li>}
    </ul>
  );
}
