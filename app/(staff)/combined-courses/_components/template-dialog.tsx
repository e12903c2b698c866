"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { CourseSearch } from "@/components/courses/course-search";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { CheckField } from "@/components/people/check-field";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icon";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast-store";
import { createCombinedTemplate, editCombinedTemplate } from "@/lib/classes/combined/actions";
import type { ActionMeta, ActionResult } from "@/lib/platform/actions/action";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import type { EditedTemplate } from "./template-button";

type Values = { name: string; nameKm: string; courses: string[]; isActive: boolean };
type Course = { code: string; title: string };

/** Name, courses in their order (the first leads), in use or not. */
export function TemplateDialog({ template, onClose }: { template: EditedTemplate | null; onClose(): void }) {
  const t = useTranslations("classEdit.templates");
  const router = useRouter();
  const save = (values: Values, meta?: ActionMeta): Promise<ActionResult<unknown>> =>
    template
      ? editCombinedTemplate({ ...values, id: template.id, version: template.version }, meta)
      : createCombinedTemplate(values, meta);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t(template ? "editTitle" : "new")}>
      <ActionForm<Values, Values>
        id={`combined-template-${template?.id ?? "new"}`}
        action={save}
        // The chosen courses carry titles that a draft would not bring back.
        keepDraft={false}
        defaultValues={{
          name: template?.name ?? "",
          nameKm: template?.nameKm ?? "",
          courses: template?.courses.map(({ code }) => code) ?? [],
          isActive: template?.isActive ?? true,
        }}
        onSuccess={() => {
          onClose();
          toast.success(t("saved"));
          router.refresh();
        }}
      >
        <Field name="name" label={t("name")}>
          {(control) => <Input {...control} maxLength={120} autoComplete="off" />}
        </Field>
        <Field name="nameKm" label={t("nameKm")} optional>
          {(control) => <Input {...control} lang="km" maxLength={120} autoComplete="off" />}
        </Field>
        <Courses before={template?.courses ?? []} />
        <CheckField name="isActive" label={t("active")} />
        <SubmitButton>{t("save")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}

/** The list is the field: its order says which course leads. */
function Courses({ before }: { before: Course[] }) {
  const t = useTranslations("classEdit.templates");
  const format = useFormat();
  const { setValue, clearErrors } = useFormContext();
  const [courses, setCourses] = useState(before);

  function change(next: Course[]) {
    setCourses(next);
    clearErrors("courses");
    setValue(
      "courses",
      next.map(({ code }) => code),
      { shouldDirty: true },
    );
  }

  return (
    <Field name="courses" label={t("courses")} help={t("coursesHelp")}>
      {({ name: _name, ref: _ref, onChange: _change, onBlur: _blur, id, ...control }) => (
        <div className="flex flex-col gap-2">
          <ul className="flex flex-col gap-1">
            {courses.map((course, index) => (
              <li
                key={course.code}
                className="flex items-center gap-2 rounded-md border bg-muted px-3 py-1 text-sm"
              >
                <span className="tabular font-medium">{course.code}</span>
                <span className="min-w-0 flex-1">{course.title}</span>
                {index === 0 ? (
                  <Badge variant="outline">{t("lead1")}</Badge>
                ) : (
                  <Button
                    variant="ghost"
                    size="sm"
                    aria-label={t("makeLead", { course: course.code })}
                    onClick={() => change([course, ...courses.filter((each) => each !== course)])}
                  >
                    <Icon name="arrow-up" />
                  </Button>
                )}
                <Button
                  variant="ghost"
                  size="sm"
                  aria-label={t("remove", { course: course.code })}
                  onClick={() => change(courses.filter((each) => each !== course))}
                >
                  <Icon name="x" />
                </Button>
              </li>
            ))}
          </ul>
          <CourseSearch
            id={id}
            label={t("addCourse")}
            control={control}
            without={courses.map(({ code }) => code)}
            onChoose={({ code, title, titleKm }) =>
              change([...courses, { code, title: format.words({ en: title, km: titleKm ?? title }) }])
            }
          />
        </div>
      )}
    </Field>
  );
}
