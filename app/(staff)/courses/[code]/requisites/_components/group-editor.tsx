"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { CourseSearch } from "@/components/courses/course-search";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Select } from "@/components/ui/select";
import { REQUISITE_KINDS, type RequisiteKind } from "@/lib/curriculum/requisites";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import type { EditedGroup } from "./to-groups";

type Props = {
  group: EditedGroup;
  /** From 1, for those who hear the page. */
  place: number;
  letters: readonly string[];
  /** Codes that are chosen somewhere already. */
  without: readonly string[];
  onChange(next: Partial<EditedGroup>): void;
  onRemove(): void;
};

const USUAL_LETTER = "D";

/** One group: when it must be met, and the courses of which one will do, each with its lowest letter. */
export function GroupEditor({ group, place, letters, without, onChange, onRemove }: Props) {
  const t = useTranslations("courses.requisites");
  const format = useFormat();
  const id = useId();
  const set = (code: string, minimumLetter: string) =>
    onChange({
      courses: group.courses.map((each) => (each.code === code ? { ...each, minimumLetter } : each)),
    });
  return (
    <fieldset className="rounded-lg border bg-card px-4 py-3">
      <legend className="sr-only">{t("group", { place })}</legend>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <Select
          aria-label={t("kind")}
          value={group.kind}
          className="max-w-72"
          onChange={(event) => onChange({ kind: event.target.value as RequisiteKind })}
        >
          {REQUISITE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </Select>
        <Button variant="ghost" size="sm" onClick={onRemove} aria-label={t("removeGroup", { place })}>
          {t("remove")}
        </Button>
      </div>
      <ul className="mt-2 flex flex-col divide-y">
        {group.courses.map((each, index) => (
          <li key={each.code} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5 text-sm">
            {index > 0 ? <span className="text-muted-foreground">{t("or")}</span> : null}
            <span className="min-w-0 flex-1">
              <span className="tabular font-medium">{each.code}</span>{" "}
              <span className="text-muted-foreground">
                {format.words({ en: each.title, km: each.titleKm ?? each.title })}
              </span>
            </span>
            <Select
              aria-label={t("letter", { code: each.code })}
              value={each.minimumLetter}
              className="w-24"
              onChange={(event) => set(each.code, event.target.value)}
            >
              {letters.map((letter) => (
                <option key={letter} value={letter}>
                  {letter}
                </option>
              ))}
            </Select>
            <Button
              variant="ghost"
              size="sm"
              aria-label={t("removeCourse", { code: each.code })}
              onClick={() => onChange({ courses: group.courses.filter(({ code }) => code !== each.code) })}
            >
              <Icon name="x" />
            </Button>
          </li>
        ))}
      </ul>
      <div className="mt-2">
        <CourseSearch
          key={group.courses.length}
          id={`${id}-course`}
          label={group.courses.length === 0 ? t("addFirst") : t("addOther")}
          without={without}
          {...(group.courses.length > 0 ? { placeholder: t("addOther") } : {})}
          autoFocus={group.courses.length === 0}
          onChoose={({ code, title, titleKm }) =>
            onChange({ courses: [...group.courses, { code, title, titleKm, minimumLetter: USUAL_LETTER }] })
          }
        />
      </div>
    </fieldset>
  );
}
