"use client";

import { useTranslations } from "next-intl";
import { SearchBox, type SearchProps } from "@/components/courses/search-box";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import type { NameParts } from "@/lib/platform/i18n/names";

type Hit = NameParts & { personId: number; number: string | null; isTeacher: boolean };
type Chosen = { id: number; name: string; number: string };

/** Finds a teacher by name or number. Needs "courses.picker" and "personDetails.picker". */
export function TeacherSearch({ onChoose, ...props }: SearchProps<Chosen>) {
  const t = useTranslations("personDetails.picker");
  const format = useFormat();
  return (
    <SearchBox<Hit>
      {...props}
      path="/api/v1/organization/colleagues"
      placeholder={t("placeholder")}
      none={t("none")}
      keyOf={({ personId }) => personId}
      offers={({ isTeacher }) => isTeacher}
      onChoose={(hit) => onChoose({ id: hit.personId, name: format.name(hit), number: hit.number ?? "" })}
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
