import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { ColleagueKind } from "@/lib/people/record-ref";
import { type AccountActor, can } from "@/lib/platform/access/actor";

/** The way from a list to the form of a new teacher or staff member, for whoever may fill it in. */
export async function NewColleagueLink({ actor, kind }: { actor: AccountActor; kind: ColleagueKind }) {
  if (!can(actor, "people:edit")) return null;
  const t = await getTranslations("colleagues.make");
  return (
    <Link
      href={kind === "teacher" ? "/teachers/new" : "/staff/new"}
      prefetch={false}
      className={buttonVariants()}
    >
      <Icon name="plus" />
      {t(kind)}
    </Link>
  );
}
