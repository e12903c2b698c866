import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { BADGE_LIMIT } from "@/lib/approvals/queries";
import { BOXES, type Box } from "@/lib/approvals/schemas";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

type Props = { current: Box; counts: { waiting: number; asked: number }; seesAll: boolean };

/** The trays of the inbox, each a link; the two that hold undecided requests say how many. */
export async function BoxTabs({ current, counts, seesAll }: Props) {
  const [t, format] = await Promise.all([getTranslations("approvals.boxes"), getFormat()]);
  const countOf = (box: Box) => (box === "waiting" || box === "asked" ? counts[box] : 0);
  return (
    <nav aria-label={t("label")} className="mb-stack border-b" data-print="hide">
      <ul className="-mb-px flex gap-1 overflow-x-auto [scrollbar-width:none]">
        {BOXES.filter((box) => box !== "all" || seesAll).map((box) => {
          const count = countOf(box);
          return (
            <li key={box} className="shrink-0">
              <Link
                href={box === "waiting" ? "/approvals" : `/approvals?box=${box}`}
                prefetch={false}
                aria-current={box === current ? "page" : undefined}
                className="flex min-h-10 items-center gap-1.5 border-transparent border-b-2 px-3 py-2 font-medium text-muted-foreground text-sm hover:text-foreground focus-visible:outline-offset-[-2px] current:border-primary current:text-foreground touch:min-h-12"
              >
                {t(box)}
                {count > 0 ? (
                  <span className="tabular rounded-sm bg-secondary px-1.5 text-muted-foreground text-xs">
                    {count > BADGE_LIMIT ? `${format.number(BADGE_LIMIT)}+` : format.number(count)}
                  </span>
                ) : null}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
