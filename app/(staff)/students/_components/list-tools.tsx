import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import { listHref, type UrlParams } from "@/lib/platform/url/href";

/** What can be done with the list: take it away as it is filtered, load a file, create a student. */
export async function ListTools({ actor, params }: { actor: AccountActor; params: UrlParams }) {
  const t = await getTranslations("people.list");
  return (
    <>
      {can(actor, "people:export") && (
        // Not a page: the browser must fetch it as a file.
        <a
          href={listHref("/api/v1/people/students/export", params, { page: null, size: null })}
          download
          className={buttonVariants({ variant: "outline" })}
        >
          <Icon name="download" />
          {t("export")}
        </a>
      )}
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
