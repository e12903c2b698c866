import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import type { ProjectMember, ProjectPage } from "@/lib/classes/projects/schemas";
import { LARGEST_GROUP } from "@/lib/classes/projects/states";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { AddMemberButton, RemoveMemberButton } from "./project-buttons";

type Props = { found: ProjectPage; editable: boolean; linked: boolean };

/** The students of a group, and those that left it. */
export async function MemberSection({ found, editable, linked }: Props) {
  const [t, format] = await Promise.all([getTranslations("projects"), getFormat()]);
  const live = found.members.filter(({ leftOn }) => leftOn === null);
  const past = found.members.filter(({ leftOn }) => leftOn !== null);
  const full = live.length >= LARGEST_GROUP;
  const who = (member: ProjectMember) => (
    <span className="min-w-0 flex-1">
      {linked ? (
        <Link href={`/students/${member.number}`} prefetch={false} className="link font-medium">
          {format.name(member)}
        </Link>
      ) : (
        <span className="font-medium">{format.name(member)}</span>
      )}
      <span className="ml-2 text-muted-foreground">{format.otherName(member)}</span>
      <span className="tabular block text-muted-foreground text-xs">
        {format.studentNumber(member.number)} ·{" "}
        {member.leftOn
          ? t("page.left", { date: format.date(member.leftOn) })
          : t("page.joined", { date: format.date(member.joinedOn) })}
      </span>
    </span>
  );
  return (
    <>
      <Section
        framed
        title={t("page.members")}
        detail={`${format.number(live.length)} / ${format.number(LARGEST_GROUP)}`}
        actions={editable && !full && <AddMemberButton id={found.id} version={found.version} />}
      >
        <ul className="divide-y">
          {live.map((member) => (
            <li key={member.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-cell text-sm">
              {who(member)}
              {editable && live.length > 1 && (
                <RemoveMemberButton
                  id={found.id}
                  version={found.version}
                  memberId={member.id}
                  name={format.name(member)}
                />
              )}
            </li>
          ))}
          {editable && (full || live.length === 1) && (
            <li className="px-4 py-cell text-muted-foreground text-sm">
              {t(full ? "members.full" : "members.last")}
            </li>
          )}
        </ul>
      </Section>
      {past.length > 0 && (
        <Section framed title={t("page.past")} detail={format.number(past.length)}>
          <ul className="divide-y">
            {past.map((member) => (
              <li key={member.id} className="flex px-4 py-cell text-sm">
                {who(member)}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}
