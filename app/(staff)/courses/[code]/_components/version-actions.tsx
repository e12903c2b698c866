"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { CourseVersion } from "@/lib/curriculum/courses/schemas";

const VersionDialog = dynamic(() => import("./version-dialogs").then((module) => module.VersionDialog), {
  ssr: false,
});
const EndDialog = dynamic(() => import("./version-dialogs").then((module) => module.EndDialog), {
  ssr: false,
});

export type CourseFacts = Pick<
  CourseVersion,
  "id" | "version" | "code" | "title" | "titleKm" | "shortTitle" | "credits"
> & { lastDay: string | null };

type Props = { course: CourseFacts; isNewest: boolean; today: string };

/** What can be done with a version of a course: follow it by a new one, end it, open it again. */
export function VersionActions({ course, isNewest, today }: Props) {
  const t = useTranslations("courses");
  const [open, setOpen] = useState<"version" | "end" | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      {isNewest && (
        <Button variant="outline" onClick={() => setOpen("end")}>
          {t(course.lastDay ? "end.change" : "end.button")}
        </Button>
      )}
      {isNewest && (
        <Button onClick={() => setOpen("version")}>
          <Icon name="plus" />
          {t("version.button")}
        </Button>
      )}
      {open === "version" && <VersionDialog course={course} today={today} onClose={close} />}
      {open === "end" && <EndDialog course={course} today={today} onClose={close} />}
    </>
  );
}
