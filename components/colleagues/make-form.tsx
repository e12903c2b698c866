"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { atFields } from "@/components/forms/at-fields";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { type PersonChoice, PersonPicker } from "@/components/people/details/person-picker";
import { NewPersonFields } from "@/components/people/new-person-fields";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast-store";
import { makeStaff, makeTeacher } from "@/lib/people/colleagues/actions";
import { DEGREES } from "@/lib/people/kinds";
import { type ColleagueKind, recordPath } from "@/lib/people/record-ref";
import type { ActionMeta, ActionResult } from "@/lib/platform/actions/action";
import type { TerminalDegree } from "@/lib/platform/db/generated/enums";
import { emptyPerson, type PersonValues, toPersonInput } from "./person-values";

type Option = { value: string; label: string };
type Values = PersonValues & {
  personId: string;
  terminalDegree: TerminalDegree;
  jobTitle: string;
  departmentCode: string;
  startDate: string;
  endDate: string;
};
type Props = {
  kind: ColleagueKind;
  /** Whom the address names. */
  chosen: PersonChoice | undefined;
  /** YYYY-MM-DD */
  today: string;
  departments: Option[];
  genders: Option[];
  provinces: Option[];
};

/** Somebody on file, or a new person, becomes a teacher or joins the offices. */
export function MakeForm({ kind, chosen, today, departments, genders, provinces }: Props) {
  const t = useTranslations("colleagues.make");
  const facts = useTranslations("colleagues.facts");
  const degrees = useTranslations("colleagues.degrees");
  const router = useRouter();
  const [isNew, setNew] = useState(false);
  const teacher = kind === "teacher";

  const save = async (values: Values, meta?: ActionMeta): Promise<ActionResult<{ number: number }>> => {
    const { departmentCode, startDate, endDate, terminalDegree, jobTitle, personId, notSame } = values;
    const whose = isNew
      ? { personId: null, person: toPersonInput(values), notSame }
      : { personId: Number(personId) || 0, person: null, notSame: [] };
    const shared = { ...whose, departmentCode, startDate, endDate };
    return atFields(
      teacher
        ? await makeTeacher({ ...shared, terminalDegree }, meta)
        : await makeStaff({ ...shared, jobTitle }, meta),
    );
  };

  return (
    <ActionForm<Values, Values, { number: number }>
      id={`make-${kind}`}
      action={save}
      defaultValues={{
        ...emptyPerson,
        personId: chosen ? String(chosen.id) : "",
        terminalDegree: "MASTER",
        jobTitle: "",
        departmentCode: "",
        startDate: today,
        endDate: "",
      }}
      onSuccess={({ number }) => {
        toast.success(t(teacher ? "doneTeacher" : "doneStaff", { number: String(number) }));
        router.push(recordPath({ of: kind, number }));
      }}
    >
      {isNew ? (
        <NewPersonFields genders={genders} provinces={provinces} today={today} />
      ) : (
        <PersonPicker name="personId" label={t("search")} help={t("searchHelp")} chosen={chosen} />
      )}
      <Button variant="ghost" size="sm" className="-ml-2 self-start" onClick={() => setNew(!isNew)}>
        {isNew ? t("useOnFile") : t("notOnFile")}
      </Button>
      {teacher ? (
        <Field name="terminalDegree" label={facts("degree")}>
          {(control) => (
            <Select {...control}>
              {DEGREES.map((value) => (
                <option key={value} value={value}>
                  {degrees(value)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : (
        <Field name="jobTitle" label={facts("jobTitle")}>
          {(control) => <Input {...control} maxLength={120} autoComplete="off" />}
        </Field>
      )}
      <Field name="departmentCode" label={facts("department")} optional>
        {(control) => (
          <Select {...control}>
            <option value="">{t("choose")}</option>
            {departments.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field name="startDate" label={facts("startDate")}>
        {(control) => <Input {...control} type="date" className="max-w-48" />}
      </Field>
      <Field name="endDate" label={facts("endDate")} optional>
        {(control) => <Input {...control} type="date" className="max-w-48" />}
      </Field>
      <SubmitButton>{t(teacher ? "submitTeacher" : "submitStaff")}</SubmitButton>
    </ActionForm>
  );
}
