import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { cn } from "@/components/ui/cn";
import { findImport } from "@/lib/people/imports/define";
import { loose } from "@/lib/platform/i18n/explain-text";

/** The kinds of list that can be loaded, in the order in which they are offered. */
const KINDS = ["studies.import-students", "people.import-contacts", "people.import-teachers"] as const;

/** The choice between the kinds of lists of people; a list of something else stands alone. */
export async function KindTabs({ kind }: { kind: string }) {
  if (!KINDS.some((each) => each === kind)) return null;
  const t = loose(await getTranslations("import"));
  return (
    <nav aria-label={t("kindsLabel")} className="mb-stack flex flex-wrap gap-1.5 text-sm" data-print="hide">
      {KINDS.map((each) => (
        <Link
          key={each}
          href={findImport(each)?.path ?? "/"}
          prefetch={false}
          aria-current={each === kind ? "page" : undefined}
          className={cn(
            "rounded-md border px-2.5 py-1 hover:bg-accent",
            each === kind && "border-primary bg-accent font-medium",
          )}
        >
          {t(`lists.${each}.tab`)}
        </Link>
      ))}
    </nav>
  );
}
