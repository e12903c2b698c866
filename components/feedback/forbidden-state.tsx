import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { buttonVariants } from "@/components/ui/button";
import { findActor } from "@/lib/platform/auth/page";
import { StateView } from "./state-view";

/** The page exists and is not for this role: who one is, and where to go from here. */
export async function ForbiddenState() {
  const [t, roles, actor] = await Promise.all([
    getTranslations("states.forbidden"),
    getTranslations("roles"),
    findActor(),
  ]);
  return (
    <StateView
      page
      icon="lock"
      title={t("title")}
      actions={
        <Link href={actor ? "/" : "/sign-in"} prefetch={false} className={buttonVariants()}>
          {actor ? t("back") : t("signIn")}
        </Link>
      }
    >
      <p>{t("text")}</p>
      {actor ? <p className="mt-2 text-foreground">{t("asRole", { role: roles(actor.role) })}</p> : null}
    </StateView>
  );
}
