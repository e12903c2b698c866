import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { type Actor, can } from "@/lib/platform/access/actor";

/** What can be done with the offering as a whole. */
export async function ClassListActions({ actor }: { actor: Actor }) {
  if (!can(actor, "classes:edit") || !can(actor, "change_sets:read")) return null;
  const t = await getTranslations("offering");
  return (
    <Link href="/classes/duplicate" prefetch={false} className={buttonVariants({ variant: "outline" })}>
      <Icon name="copy" />
      {t("open")}
    </Link>
  );
}
