import { getTranslations } from "next-intl/server";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";

const STEPS = ["file", "columns", "check", "done"] as const;

/** Where in the import one is; the steps behind carry a tick. */
export async function Steps({ current }: { current: number }) {
  const t = await getTranslations("import.steps");
  return (
    <ol
      aria-label={t("label")}
      className="mb-stack flex max-w-4xl items-center gap-2 text-sm"
      data-print="hide"
    >
      {STEPS.map((step, place) => (
        <li
          key={step}
          aria-current={place === current ? "step" : undefined}
          className={cn(
            "flex items-center gap-2",
            place > 0 && "flex-1 before:h-px before:min-w-3 before:flex-1 before:bg-border",
            place > current && "text-muted-foreground",
          )}
        >
          <span
            aria-hidden
            className={cn(
              "tabular grid size-6 shrink-0 place-items-center rounded-full border text-xs",
              place < current && "border-success bg-success-subtle text-success",
              place === current && "border-primary bg-primary font-semibold text-primary-foreground",
            )}
          >
            {place < current ? <Icon name="check" className="size-3.5" /> : place + 1}
          </span>
          <span className={cn(place === current ? "font-medium" : "hidden sm:inline")}>{t(step)}</span>
        </li>
      ))}
    </ol>
  );
}
