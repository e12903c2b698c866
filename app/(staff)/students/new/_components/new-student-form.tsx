"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { CheckField } from "@/components/people/check-field";
import { NewPersonFields } from "@/components/people/new-person-fields";
import { type Option, Options } from "@/components/people/options";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast-store";
import type { Gender, ProgrammeKind, StudyTime } from "@/lib/platform/db/generated/enums";
import { admitStudent } from "@/lib/studies/actions";

type Props = {
  /** YYYY-MM-DD */
  today: string;
  programmes: (Option & { kind: ProgrammeKind })[];
  genders: Option[];
  studyTimes: Option[];
  provinces: Option[];
};

/** Only who begins a language programme enters at a level. */
function EntryLevel({ programmes }: Pick<Props, "programmes">) {
  const t = useTranslations("people.new");
  const code = useWatch({ name: "programmeCode" });
  if (programmes.find((programme) => programme.value === code)?.kind !== "LANGUAGE") return null;
  return (
    <Field name="entryLevel" label={t("entryLevel")} help={t("entryLevelHelp")}>
      {(control) => <Input {...control} inputMode="numeric" maxLength={3} className="max-w-24" />}
    </Field>
  );
}

/** A new student: who it is, how to reach, what is studied. Names that are on file already are shown while typing. */
export function NewStudentForm({ today, programmes, genders, studyTimes, provinces }: Props) {
  const t = useTranslations("people.new");
  const columns = useTranslations("people.columns");
  const router = useRouter();
  return (
    <ActionForm
      id="new-student"
      action={admitStudent}
      defaultValues={{
        familyName: "",
        personalName: "",
        khmerFamilyName: "",
        khmerPersonalName: "",
        gender: "X" as Gender,
        dateOfBirth: "",
        birthProvince: "",
        citizenship: "KH",
        schoolEmail: "",
        personalEmail: "",
        phone: "",
        programmeCode: "",
        startDate: today,
        entryLevel: "",
        studyTime: "EVENING" as StudyTime,
        isMonk: false,
        isTransfer: false,
        notSame: [] as number[],
      }}
      toInput={({ birthProvince, ...values }) => ({
        ...values,
        birthProvince: (birthProvince || null) as never,
        admittedOn: values.startDate,
      })}
      onSuccess={({ number }) => {
        const label = String(number).padStart(5, "0");
        toast.success(t("done", { number: label }));
        router.push(`/students/${label}`);
      }}
    >
      <NewPersonFields genders={genders} provinces={provinces} today={today}>
        <Field name="programmeCode" label={t("programme")}>
          {(control) => (
            <Select {...control}>
              <Options options={programmes} empty={t("choose")} />
            </Select>
          )}
        </Field>
        <EntryLevel programmes={programmes} />
        <Field name="startDate" label={t("startDate")}>
          {(control) => <Input {...control} type="date" className="max-w-48" />}
        </Field>
        <Field name="studyTime" label={columns("studyTime")}>
          {(control) => (
            <Select {...control}>
              <Options options={studyTimes} />
            </Select>
          )}
        </Field>
        <CheckField name="isMonk" label={columns("monk")} />
        <CheckField name="isTransfer" label={columns("transfer")} />
      </NewPersonFields>
      <SubmitButton>{t("submit")}</SubmitButton>
    </ActionForm>
  );
}
