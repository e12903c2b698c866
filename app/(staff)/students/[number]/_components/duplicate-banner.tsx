import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { buttonVariants } from "@/components/ui/button";
import { openDuplicatesOf } from "@/lib/people/duplicates/queries";
import type { AccountActor } from "@/lib/platform/access/actor";

/** Says on a record that the person may stand twice, for those who may compare the two. */
export async function DuplicateBanner({ actor, personId }: { actor: AccountActor; personId: number }) {
  const open = await openDuplicatesOf(actor, personId);
  const [first] = open;
  if (!first) return null;
  const t = await getTranslations("duplicates.banner");
  return (
    <Alert
      variant="warning"
      title={t("title")}
      action={
        <Link
          href={`/duplicates/${first.id}`}
          prefetch={false}
          className={buttonVariants({ variant: "outline", size: "sm" })}
        >
          {t("link")}
        </Link>
      }
    >
      {t("text", { count: open.length, percent: Math.round(first.score * 100) })}
    </Alert>
  );
}
