import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { WeekKind } from "@/lib/classes/weeks/schemas";
import { listHref } from "@/lib/platform/url/href";

/** The way from a record to its week; `id` is the code or number by which the page of weeks knows it. */
export async function WeekLink({ of, id }: { of: WeekKind; id: string | number }) {
  const t = await getTranslations("timetableStaff");
  return (
    <Link
      href={listHref("/timetable", {}, { of, id })}
      prefetch={false}
      className={buttonVariants({ variant: "ghost", size: "sm" })}
    >
      <Icon name="calendar-days" />
      {t("weekLink")}
    </Link>
  );
}
