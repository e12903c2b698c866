"use client";

import { useTranslations } from "next-intl";
import { SearchBox, type SearchProps } from "@/components/courses/search-box";
import type { TeacherChoice } from "@/lib/classes/queries/teacher-choices";
import { useFormat } from "@/lib/platform/i18n/client-provider";

type Chosen = { id: number; name: string; number: string };

/** Finds a teacher by name or number. Needs "courses.picker" and "personDetails.picker". */
export function TeacherSearch({ onChoose, ...props }: SearchProps<Chosen>) {
  const t = useTranslations("personDetails.picker");
  const format = useFormat();
  return (
    <SearchBox<TeacherChoice>
      {...props}
      path="/api/v1/classes/teachers"
      placeholder={t("placeholder")}
      none={t("none")}
      keyOf={({ personId }) => personId}
      onChoose={(hit) => onChoose({ id: hit.personId, name: format.name(hit), number: String(hit.number) })}
    >
      {(hit) => (
        <span className="flex min-w-0 flex-1 items-center gap-2">
          <span className="font-medium">{format.name(hit)}</span>
          <span className="text-muted-foreground">{format.otherName(hit)}</span>
          <span className="tabular ml-auto text-muted-foreground">{hit.number}</span>
        </span>
      )}
    </SearchBox>
  );
}
