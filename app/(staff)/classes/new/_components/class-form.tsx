"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { CoursePicker } from "@/components/courses/course-picker";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { CheckField } from "@/components/people/check-field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast-store";
import { createClass } from "@/lib/classes/editing/actions";
import type { CHOSEN_CLASS_TYPES } from "@/lib/classes/kinds";
import type { TimeOfDay } from "@/lib/classes/schemas";
import { PlanView } from "./plan-view";
import { usePlan } from "./use-plan";

type Option = { value: string; label: string };
type Props = {
  course: { code: string; title: string; titleKm: string | null } | null;
  termId: string;
  time: TimeOfDay;
  terms: Option[];
  times: Option[];
  kinds: Option[];
};

type Values = {
  course: string;
  termId: string;
  timeOfDay: string;
  section: string;
  classType: string;
  capacity: string;
  combine: boolean;
  notes: string;
  targetEnrolment: string;
  description: string;
};

function toInput({ timeOfDay, classType, ...values }: Values) {
  return {
    ...values,
    timeOfDay: timeOfDay as TimeOfDay,
    classType: classType as (typeof CHOSEN_CLASS_TYPES)[number],
    // A reading class has no more than the last tier; the form offers what most of them have.
    targetEnrolment: values.targetEnrolment || "3",
  };
}

/** The form of a new class, with what will be made of it beside. */
export function ClassForm({ course, termId, time, terms, times, kinds }: Props) {
  const t = useTranslations("classEdit.form");
  const router = useRouter();
  return (
    <ActionForm<Values, ReturnType<typeof toInput>, { id: number; section: string }>
      id="class-create"
      action={createClass}
      defaultValues={{
        course: course?.code ?? "",
        termId,
        timeOfDay: time,
        section: "",
        classType: "STANDARD",
        capacity: "30",
        combine: true,
        notes: "",
        targetEnrolment: "3",
        description: "",
      }}
      toInput={toInput}
      onSuccess={({ id, section }) => {
        toast.success(t("created", { section }));
        router.push(`/classes/${id}`);
      }}
    >
      <CoursePicker
        name="course"
        label={t("course")}
        help={t("courseHelp")}
        {...(course ? { chosen: course } : {})}
      />
      <Choice name="termId" label={t("term")} options={terms} empty={t("chooseTerm")} />
      <Choice name="timeOfDay" label={t("timeOfDay")} options={times} />
      <Kind kinds={kinds} />
      <Rest />
      <Field name="notes" label={t("notes")} optional>
        {(control) => <Textarea {...control} rows={2} maxLength={1000} />}
      </Field>
      <SubmitButton>{t("submit")}</SubmitButton>
    </ActionForm>
  );
}

function Choice({
  name,
  label,
  options,
  empty,
}: {
  name: string;
  label: string;
  options: Option[];
  empty?: string;
}) {
  return (
    <Field name={name} label={label}>
      {(control) => (
        <Select {...control}>
          {empty && <option value="">{empty}</option>}
          {options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

function Kind({ kinds }: { kinds: Option[] }) {
  const t = useTranslations("classEdit.form");
  const kind = useWatch({ name: "classType" }) as string;
  return (
    <>
      <Choice name="classType" label={t("kind")} options={kinds} />
      {kind === "READING" && (
        <>
          <Field name="targetEnrolment" label={t("target")} help={t("targetHelp")}>
            {(control) => <Input {...control} inputMode="numeric" maxLength={3} className="max-w-24" />}
          </Field>
          <Field name="description" label={t("description")} optional>
            {(control) => <Textarea {...control} rows={2} maxLength={1000} />}
          </Field>
        </>
      )}
    </>
  );
}

/** What depends on the choices above: the free letter, the classes that it joins, the parts. */
function Rest() {
  const t = useTranslations("classEdit.form");
  const [course, termId, timeOfDay, section, classType, combine] = useWatch({
    name: ["course", "termId", "timeOfDay", "section", "classType", "combine"],
  }) as [string, string, string, string, string, boolean];
  const found = usePlan(course, termId, timeOfDay);
  const free = found.plan?.section;
  const combined = classType === "STANDARD" ? found.plan?.combined : null;
  return (
    <>
      <div className="grid gap-stack sm:grid-cols-2">
        <Field
          name="section"
          label={t("section")}
          help={free ? t("sectionFree", { letter: free }) : t("sectionHelp")}
          optional
        >
          {(control) => (
            <Input
              {...control}
              maxLength={1}
              autoCapitalize="characters"
              autoComplete="off"
              className="max-w-24 uppercase"
            />
          )}
        </Field>
        <Field name="capacity" label={t("capacity")}>
          {(control) => <Input {...control} inputMode="numeric" maxLength={3} className="max-w-24" />}
        </Field>
      </div>
      {combined && (
        <CheckField name="combine" label={t("combine", { courses: combined.courses.join(", ") })} />
      )}
      <PlanView found={found} section={section.toUpperCase()} combine={combine && Boolean(combined)} />
    </>
  );
}
