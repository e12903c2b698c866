import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { buttonVariants } from "@/components/ui/button";
import type { DepartmentPerson } from "@/lib/people/positions/queries";
import { recordPath } from "@/lib/people/record-ref";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

type Props = { code: string; rows: readonly DepartmentPerson[]; page: number; pages: number };

/** Who works in a department, a page of names. */
export async function PeopleList({ code, rows, page, pages }: Props) {
  const [t, format] = await Promise.all([getTranslations("positions.departments"), getFormat()]);
  const turn = (to: number, label: string) => (
    <Link
      href={`/departments/${code}?page=${to}`}
      prefetch={false}
      className={buttonVariants({ variant: "outline", size: "sm" })}
    >
      {label}
    </Link>
  );
  return (
    <>
      <ul className="divide-y">
        {rows.map((row) => {
          const { kind, number } = row;
          const name = format.name(row);
          return (
            <li
              key={`${kind}-${number}`}
              className="flex flex-wrap items-baseline gap-x-3 px-4 py-cell text-sm"
            >
              {row.opens ? (
                <Link href={recordPath({ of: kind, number })} prefetch={false} className="link font-medium">
                  {name}
                </Link>
              ) : (
                <span className="font-medium">{name}</span>
              )}
              <span className="text-muted-foreground">{format.otherName(row)}</span>
              <span className="ml-auto text-muted-foreground">
                {kind === "teacher" ? t("teacher") : row.jobTitle} <span className="tabular">{number}</span>
              </span>
            </li>
          );
        })}
      </ul>
      {pages > 1 && (
        <nav
          aria-label={t("whoWorks")}
          className="flex items-center gap-3 border-t px-4 py-2 text-muted-foreground text-sm"
        >
          {page > 1 && turn(page - 1, t("previous"))}
          <span className="tabular">{t("page", { page, pages })}</span>
          {page < pages && turn(page + 1, t("next"))}
        </nav>
      )}
    </>
  );
}
