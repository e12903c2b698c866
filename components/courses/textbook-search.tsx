"use client";

import { useTranslations } from "next-intl";
import type { TextbookHit } from "@/lib/curriculum/textbooks/schemas";
import { SearchBox, type SearchProps } from "./search-box";

/** Finds a textbook by title, author or ISBN. `without` are ids that are not offered. Needs "courses.picker". */
export function TextbookSearch({
  without = [],
  ...props
}: SearchProps<TextbookHit> & { without?: readonly number[] }) {
  const t = useTranslations("courses.picker");
  return (
    <SearchBox<TextbookHit>
      {...props}
      path="/api/v1/curriculum/textbooks"
      placeholder={t("bookPlaceholder")}
      none={t("noBook")}
      keyOf={({ id }) => id}
      offers={({ id }) => !without.includes(id)}
    >
      {(hit) => (
        <span className="min-w-0">
          <span className="font-medium">{hit.title}</span>
          <span className="block text-muted-foreground">
            {[hit.author, hit.edition, hit.year, hit.isbn].filter(Boolean).join(" · ")}
          </span>
        </span>
      )}
    </SearchBox>
  );
}
