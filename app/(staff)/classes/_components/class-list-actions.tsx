import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { type Actor, can } from "@/lib/platform/access/actor";

/** What can be done with the offering as a whole. */
export async function ClassListActions({ actor }: { actor: Actor }) {
  if (!can(actor, "classes:edit")) return null;
  const [t, classes] = await Promise.all([getTranslations("offering"), getTranslations("classes")]);
  return (
    <>
      {can(actor, "change_sets:read") ? (
        <Link href="/classes/duplicate" prefetch={false} className={buttonVariants({ variant: "outline" })}>
          <Icon name="copy" />
          {t("open")}
        </Link>
      ) : null}
      <Link href="/classes/new" prefetch={false} className={buttonVariants()}>
        <Icon name="plus" />
        {classes("new")}
      </Link>
    </>
  );
}
