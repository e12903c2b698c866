"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { CheckField } from "@/components/people/check-field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast-store";
import { createCourse } from "@/lib/curriculum/courses/actions";

type Option = { value: string; label: string };
type Props = { today: string; cycles: (Option & { code: string })[]; programmes: Option[] };

/** Everything about a new course; its requisites come on its page. */
export function NewCourseForm({ today, cycles, programmes }: Props) {
  const t = useTranslations("courses.new");
  const f = useTranslations("courses.fields");
  const router = useRouter();
  const bachelor = cycles.find(({ code }) => code === "BA") ?? cycles[0];
  return (
    <ActionForm
      id="course-new"
      action={createCourse}
      defaultValues={{
        code: "",
        title: "",
        titleKm: "",
        shortTitle: "",
        description: "",
        cycleId: bachelor?.value ?? "",
        credits: "3",
        programmeCode: "",
        level: "",
        isFoundationYear: false,
        isSeniorProject: false,
        recommendedTerm: "",
        earliestTerm: "",
        latestTerm: "",
        retryPriority: "1",
        validFrom: today,
      }}
      toInput={({ shortTitle, ...values }) => ({
        ...values,
        shortTitle: shortTitle.trim() || values.title.trim().slice(0, 60),
        cycleId: Number(values.cycleId),
      })}
      onSuccess={({ code }) => {
        toast.success(t("done", { code }));
        router.push(`/courses/${code}`);
      }}
    >
      <Field name="code" label={f("code")} help={t("codeHelp")}>
        {(control) => (
          <Input {...control} maxLength={15} autoComplete="off" className="tabular max-w-48 uppercase" />
        )}
      </Field>
      <Field name="title" label={f("title")}>
        {(control) => <Input {...control} maxLength={150} autoComplete="off" />}
      </Field>
      <Field name="titleKm" label={f("titleKm")} optional>
        {(control) => <Input {...control} lang="km" maxLength={150} autoComplete="off" />}
      </Field>
      <Field name="shortTitle" label={f("shortTitle")} help={t("shortTitleHelp")} optional>
        {(control) => <Input {...control} maxLength={60} autoComplete="off" />}
      </Field>
      <div className="grid gap-stack sm:grid-cols-[minmax(0,1fr)_8rem]">
        <Field name="cycleId" label={f("cycle")}>
          {(control) => (
            <Select {...control}>
              {cycles.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field name="credits" label={f("credits")}>
          {(control) => <Input {...control} type="number" min={0} max={12} />}
        </Field>
      </div>
      <OfLanguage cycles={cycles} programmes={programmes} />
      <Field name="description" label={f("description")} optional>
        {(control) => <Textarea {...control} rows={4} maxLength={2000} />}
      </Field>
      <fieldset className="flex flex-col gap-1.5">
        <legend className="mb-1.5 font-medium text-sm">{f("terms")}</legend>
        <div className="grid gap-stack sm:grid-cols-3">
          {(["earliestTerm", "recommendedTerm", "latestTerm"] as const).map((name) => (
            <Field key={name} name={name} label={f(name)} optional>
              {(control) => <Input {...control} type="number" min={1} max={30} />}
            </Field>
          ))}
        </div>
        <p className="text-muted-foreground text-sm">{t("termsHelp")}</p>
      </fieldset>
      <CheckField name="isFoundationYear" label={f("isFoundationYear")} />
      <CheckField name="isSeniorProject" label={f("isSeniorProject")} />
      <Field name="validFrom" label={f("validFrom")} help={t("validFromHelp")}>
        {(control) => <Input {...control} type="date" className="max-w-48" />}
      </Field>
      <SubmitButton>{t("submit")}</SubmitButton>
    </ActionForm>
  );
}

/** The level of a language course; other courses have none. */
function OfLanguage({ cycles, programmes }: Pick<Props, "cycles" | "programmes">) {
  const f = useTranslations("courses.fields");
  const chosen = useWatch({ name: "cycleId" });
  if (cycles.find(({ value }) => value === chosen)?.code !== "LANG") return null;
  return (
    <div className="grid gap-stack sm:grid-cols-[minmax(0,1fr)_8rem]">
      <Field name="programmeCode" label={f("programme")} optional>
        {(control) => (
          <Select {...control}>
            <option value="">{f("noProgramme")}</option>
            {programmes.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field name="level" label={f("level")} optional>
        {(control) => <Input {...control} type="number" min={-5} max={30} />}
      </Field>
    </div>
  );
}
