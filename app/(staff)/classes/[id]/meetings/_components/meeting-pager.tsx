import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { buttonVariants } from "@/components/ui/button";
import { type MeetingView, meetingsHref } from "./meetings-href";

type Props = {
  path: string;
  show: MeetingView;
  part: number | null;
  page: { page: number; pageSize: number; total: number };
};

/** The pages of a long list of meetings; nothing where one suffices. */
export async function MeetingPager({ path, show, part, page: { page, pageSize, total } }: Props) {
  const t = await getTranslations("meetings.pager");
  const pages = Math.ceil(total / pageSize);
  if (pages <= 1) return null;
  const turn = (to: number, label: string) => (
    <Link
      href={meetingsHref(path, show, part, to)}
      prefetch={false}
      className={buttonVariants({ variant: "outline", size: "sm" })}
    >
      {label}
    </Link>
  );
  return (
    <nav aria-label={t("label")} data-print="hide" className="mt-3 flex items-center gap-3 text-sm">
      {page > 1 && turn(page - 1, t("previous"))}
      <span className="text-muted-foreground">{t("page", { page, pages })}</span>
      {page < pages && turn(page + 1, t("next"))}
    </nav>
  );
}
