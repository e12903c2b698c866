"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { CheckField } from "@/components/people/check-field";
import { NotSame, SimilarHints, SimilarPeople } from "@/components/people/similar-people";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast-store";
import type { Gender, ProgrammeKind, StudyTime } from "@/lib/platform/db/generated/enums";
import { admitStudent } from "@/lib/studies/actions";

type Option = { value: string; label: string };
type Props = {
  /** YYYY-MM-DD */
  today: string;
  programmes: (Option & { kind: ProgrammeKind })[];
  genders: Option[];
  studyTimes: Option[];
  provinces: Option[];
};

function Options({ options, empty }: { options: readonly Option[]; empty?: string }) {
  return (
    <>
      {empty && <option value="">{empty}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </>
  );
}

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
  const record = useTranslations("people.record");
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
      <SimilarPeople>
        <Field name="familyName" label={columns("familyName")} help={t("latinHelp")}>
          {(control) => <Input {...control} autoComplete="off" maxLength={60} autoCapitalize="characters" />}
        </Field>
        <Field name="personalName" label={columns("personalName")}>
          {(control) => <Input {...control} autoComplete="off" maxLength={60} autoCapitalize="characters" />}
        </Field>
        <SimilarHints />
        <Field name="khmerFamilyName" label={columns("khmerFamilyName")} optional>
          {(control) => <Input {...control} lang="km" autoComplete="off" maxLength={60} />}
        </Field>
        <Field name="khmerPersonalName" label={columns("khmerPersonalName")} optional>
          {(control) => <Input {...control} lang="km" autoComplete="off" maxLength={60} />}
        </Field>
        <Field name="gender" label={columns("gender")}>
          {(control) => (
            <Select {...control}>
              <Options options={genders} />
            </Select>
          )}
        </Field>
        <Field name="dateOfBirth" label={columns("dateOfBirth")} optional>
          {(control) => <Input {...control} type="date" max={today} className="max-w-48" />}
        </Field>
        <Field name="birthProvince" label={record("birthProvince")} optional>
          {(control) => (
            <Select {...control}>
              <Options options={provinces} empty={t("choose")} />
            </Select>
          )}
        </Field>
        <Field name="citizenship" label={record("citizenship")}>
          {(control) => <Input {...control} maxLength={2} autoCapitalize="characters" className="max-w-24" />}
        </Field>
        <Field name="phone" label={columns("phone")} optional>
          {(control) => <Input {...control} type="tel" autoComplete="off" maxLength={30} />}
        </Field>
        <Field name="schoolEmail" label={columns("schoolEmail")} optional>
          {(control) => <Input {...control} type="email" autoComplete="off" />}
        </Field>
        <Field name="personalEmail" label={record("personalEmail")} optional>
          {(control) => <Input {...control} type="email" autoComplete="off" />}
        </Field>
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
        <NotSame />
      </SimilarPeople>
      <SubmitButton>{t("submit")}</SubmitButton>
    </ActionForm>
  );
}
