"use client";

import { useTranslations } from "next-intl";
import type { CourseChoice } from "@/lib/curriculum/courses/schemas";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import { SearchBox, type SearchProps } from "./search-box";

/** Finds a course by code or title in either language. `without` are codes that are not offered. Needs "courses.picker". */
export function CourseSearch({
  without = [],
  placeholder,
  ...props
}: SearchProps<CourseChoice> & { without?: readonly string[]; placeholder?: string }) {
  const t = useTranslations("courses.picker");
  const format = useFormat();
  return (
    <SearchBox<CourseChoice>
      {...props}
      path="/api/v1/curriculum/courses"
      placeholder={placeholder ?? t("placeholder")}
      none={t("none")}
      keyOf={({ code }) => code}
      offers={({ code }) => !without.includes(code)}
    >
      {(hit) => (
        <>
          <span className="tabular shrink-0 font-medium">{hit.code}</span>
          <span className="min-w-0 wrap-anywhere text-muted-foreground">
            {format.words({ en: hit.title, km: hit.titleKm ?? hit.title })}
          </span>
          <span className="tabular ml-auto shrink-0 text-muted-foreground">
            {t("credits", { credits: hit.credits })}
          </span>
        </>
      )}
    </SearchBox>
  );
}
