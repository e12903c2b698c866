"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { TeacherSearch } from "@/components/classes/teacher-search";
import { Button } from "@/components/ui/button";

export type ChosenTeacher = { id: number; name: string; number: string };

type Props = { teacher: ChosenTeacher | null; onChange(teacher: ChosenTeacher | null): void };

/** Whoever should teach a part, as long as its times name nobody. */
export function PartTeacher({ teacher, onChange }: Props) {
  const t = useTranslations("classEdit.parts");
  const id = useId();
  const [choosing, setChoosing] = useState(false);
  return (
    <div className="min-w-0">
      <p className="mb-1.5 text-muted-foreground text-sm">{t("teacher")}</p>
      {choosing ? (
        <TeacherSearch
          id={`${id}-teacher`}
          label={t("teacher")}
          autoFocus
          onChoose={(chosen) => {
            setChoosing(false);
            onChange(chosen);
          }}
        />
      ) : (
        <p className="flex min-h-control flex-wrap items-center gap-x-2 text-sm">
          <span className={teacher ? "font-medium" : "text-muted-foreground"}>
            {teacher?.name ?? t("noTeacher")}
          </span>
          <Button variant="ghost" size="sm" onClick={() => setChoosing(true)}>
            {t("chooseTeacher")}
          </Button>
          {teacher && (
            <Button variant="ghost" size="sm" onClick={() => onChange(null)}>
              {t("noTeacher")}
            </Button>
          )}
        </p>
      )}
    </div>
  );
}
