"use client";

import { useTranslations } from "next-intl";
import type { MapNeed } from "@/lib/curriculum/requirements/course-map";
import { needTexts } from "./need-texts";
import type { PlacedMap } from "./place-map";

type Props = {
  active: string | null;
  placed: PlacedMap;
  titles: Record<string, string>;
  outside: readonly MapNeed[];
};

/** What the course that is pointed at needs and unlocks, in words; without one what the colours mean. */
export function MapDetail({ active, placed, titles, outside }: Props) {
  const t = useTranslations("catalogue.map");
  if (!active)
    return (
      <p
        className="mb-2 flex min-h-12 flex-wrap items-center gap-x-5 gap-y-1 text-muted-foreground text-sm"
        data-print="hide"
      >
        <Sign className="border-info bg-info-subtle">{t("legendNeeds")}</Sign>
        <Sign className="border-success bg-success-subtle">{t("legendUnlocks")}</Sign>
        <Sign className="border-current border-dashed">{t("legendTogether")}</Sign>
      </p>
    );
  const { needs, together, unlocks } = needTexts(active, [...placed.edges, ...outside], t);
  return (
    <div className="mb-2 min-h-12 text-sm" data-print="hide">
      <p className="font-medium">
        <span className="tabular">{active}</span> {titles[active]}{" "}
        <span className="font-normal text-muted-foreground">
          {t("credits", { count: placed.courses.find(({ code }) => code === active)?.credits ?? 0 })}
        </span>
      </p>
      <p className="flex flex-wrap gap-x-4 text-muted-foreground">
        {needs.length > 0 && <span>{`${t("needs")}: ${needs.join(", ")}`}</span>}
        {together.length > 0 && <span>{`${t("together")}: ${together.join(", ")}`}</span>}
        {unlocks.length > 0 && <span>{`${t("unlocks")}: ${unlocks.join(", ")}`}</span>}
        {needs.length + together.length + unlocks.length === 0 && <span>{t("nothing")}</span>}
      </p>
    </div>
  );
}

function Sign({ className, children }: { className: string; children: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden className={`size-3 rounded-sm border ${className}`} />
      {children}
    </span>
  );
}
