import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { type AccountActor, can } from "@/lib/platform/access/actor";

/** What can be done beside the list: load a file, create a student. */
export async function ListTools({ actor }: { actor: AccountActor }) {
  const t = await getTranslations("people.list");
  return (
    <>
      {can(actor, "people:import") && (
        <Link href="/students/import" prefetch={false} className={buttonVariants({ variant: "outline" })}>
          <Icon name="upload" />
          {t("import")}
        </Link>
      )}
      {can(actor, "people:edit") && can(actor, "studies:edit") && (
        <Link href="/students/new" prefetch={false} className={buttonVariants()}>
          <Icon name="plus" />
          {t("new")}
        </Link>
      )}
    </>
  );
}
