import { getTranslations } from "next-intl/server";
import { Skeleton } from "@/components/ui/skeleton";

const widths = ["w-3/5", "w-2/5", "w-1/2", "w-1/3", "w-4/6"];

/** Rows that are on their way, for <Suspense fallback> inside a page. `rows` as many as usually come. */
export async function LoadingState({ rows = 3 }: { rows?: number }) {
  const t = await getTranslations("states");
  return (
    <div role="status" aria-busy className="flex flex-col gap-3 py-3">
      <span className="sr-only">{t("loading")}</span>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are alike and never move.
        <div key={row} className="flex items-center gap-3">
          <Skeleton className="size-8 shrink-0 rounded-full" />
          <Skeleton className={`h-4 ${widths[row % widths.length]}`} />
        </div>
      ))}
    </div>
  );
}
