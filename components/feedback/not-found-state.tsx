import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { buttonVariants } from "@/components/ui/button";
import { can } from "@/lib/platform/access/actor";
import { findActor } from "@/lib/platform/auth/page";
import { StateView } from "./state-view";

/** No such page, or none that this person may know of: the same words for both. */
export async function NotFoundState() {
  const [t, actor] = await Promise.all([getTranslations("states.notFound"), findActor()]);
  return (
    <StateView
      page
      icon="search-x"
      title={t("title")}
      actions={
        <>
          <Link href="/" prefetch={false} className={buttonVariants()}>
            {t("home")}
          </Link>
          {actor && can(actor, "people:search") ? (
            <Link href="/students" prefetch={false} className={buttonVariants({ variant: "outline" })}>
              {t("search")}
            </Link>
          ) : null}
        </>
      }
    >
      <p>{t("text")}</p>
    </StateView>
  );
}
