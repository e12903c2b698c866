"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { TeacherField } from "@/components/classes/teacher-field";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast-store";
import { createProject } from "@/lib/classes/projects/actions";

type Option = { value: string; label: string };
type Props = { today: string; courses: Option[]; terms: Option[] };
type Values = {
  courseId: string;
  termId: string;
  title: string;
  description: string;
  students: string;
  advisorId: string;
  proposedOn: string;
};

/** Course, term, title, one to five student numbers, and who advises. */
export function ProjectForm({ today, courses, terms }: Props) {
  const t = useTranslations("projects.form");
  const router = useRouter();
  const choice = (name: string, label: string, options: Option[], empty: string) => (
    <Field name={name} label={label}>
      {(control) => (
        <Select {...control}>
          <option value="">{empty}</option>
          {options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
  return (
    <ActionForm
      id="project-create"
      action={createProject}
      defaultValues={
        {
          courseId: courses.length === 1 ? (courses[0]?.value ?? "") : "",
          termId: "",
          title: "",
          description: "",
          students: "",
          advisorId: "",
          proposedOn: today,
        } satisfies Values
      }
      toInput={(values: Values) => ({
        ...values,
        students: values.students.split(/[\s,;]+/).filter(Boolean),
      })}
      onSuccess={({ id }: { id: number }) => {
        toast.success(t("created"));
        router.push(`/project-groups/${id}`);
      }}
    >
      {choice("courseId", t("course"), courses, t("chooseCourse"))}
      {choice("termId", t("term"), terms, t("chooseTerm"))}
      <Field name="title" label={t("projectTitle")}>
        {(control) => <Input {...control} maxLength={200} autoComplete="off" />}
      </Field>
      <Field name="description" label={t("description")} optional>
        {(control) => <Textarea {...control} rows={3} maxLength={2000} />}
      </Field>
      <Field name="students" label={t("students")} help={t("studentsHelp")}>
        {(control) => (
          <Textarea {...control} rows={5} inputMode="numeric" className="tabular max-w-48" maxLength={80} />
        )}
      </Field>
      <TeacherField name="advisorId" label={t("advisor")} help={t("advisorHelp")} optional />
      <Field name="proposedOn" label={t("proposedOn")}>
        {(control) => <Input {...control} type="date" max={today} className="max-w-48" />}
      </Field>
      <SubmitButton>{t("submit")}</SubmitButton>
    </ActionForm>
  );
}
