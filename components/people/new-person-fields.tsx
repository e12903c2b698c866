"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CountryOptions } from "@/components/forms/country-options";
import { Field } from "@/components/forms/field";
import { NotSame, SimilarHints, SimilarPeople } from "@/components/people/similar-people";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { type Option, Options } from "./options";

type Props = {
  genders: Option[];
  provinces: Option[];
  /** YYYY-MM-DD */
  today: string;
  /** What else is asked, before whoever looks alike is decided on. */
  children?: ReactNode;
};

/** Who a new person is; whoever on file looks alike is shown while typing. */
export function NewPersonFields({ genders, provinces, today, children }: Props) {
  const t = useTranslations("people.new");
  const columns = useTranslations("people.columns");
  const record = useTranslations("people.record");
  return (
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
        {(control) => (
          <Select {...control}>
            <CountryOptions />
          </Select>
        )}
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
      {children}
      <NotSame />
    </SimilarPeople>
  );
}
