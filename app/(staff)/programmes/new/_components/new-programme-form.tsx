"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast-store";
import { createProgramme } from "@/lib/curriculum/programmes/actions";
import type { CreateProgrammeInput, ProgrammeRecord } from "@/lib/curriculum/programmes/schemas";

type Kind = ProgrammeRecord["kind"];
type Choice = { value: string; label: string };
type Props = {
  cycles: readonly Choice[];
  awards: Record<Kind, string[]>;
  labels: Record<string, string>;
  submit: string;
  created: string;
};
type Values = Record<
  | "code"
  | "name"
  | "nameKm"
  | "shortName"
  | "cycleId"
  | "kind"
  | "award"
  | "creditsRequired"
  | "facultyCode"
  | "facultyName"
  | "displayOrder",
  string
>;

const EMPTY: Values = {
  code: "",
  name: "",
  nameKm: "",
  shortName: "",
  cycleId: "",
  kind: "ACADEMIC",
  award: "",
  creditsRequired: "",
  facultyCode: "",
  facultyName: "",
  displayOrder: "100",
};

/** The form of a new programme. */
export function NewProgrammeForm({ cycles, awards, labels, submit, created }: Props) {
  const t = useTranslations("catalogue.fields");
  const kinds = useTranslations("catalogue.kinds");
  const router = useRouter();
  const text = (
    name: keyof Values,
    maxLength: number,
    more: { help?: string; optional?: boolean; lang?: string; className?: string } = {},
  ) => (
    <Field
      name={name}
      label={t(name as "name")}
      {...(more.help ? { help: more.help } : {})}
      optional={more.optional ?? false}
    >
      {(control) => (
        <Input
          {...control}
          maxLength={maxLength}
          lang={more.lang}
          autoComplete="off"
          className={more.className}
        />
      )}
    </Field>
  );
  return (
    <ActionForm<Values, CreateProgrammeInput, { code: string }>
      id="programme-create"
      action={createProgramme as never}
      toInput={(values) => values as never}
      defaultValues={EMPTY}
      onSuccess={({ code }) => {
        toast.success(created);
        router.push(`/programmes/${code}`);
      }}
    >
      <div className="grid max-w-xl gap-4">
        {text("code", 20, { help: t("codeHelp"), className: "max-w-48 uppercase" })}
        {text("name", 120)}
        {text("nameKm", 120, { lang: "km" })}
        {text("shortName", 40, { optional: true, className: "max-w-64" })}
        <Field name="cycleId" label={t("cycle")}>
          {(control) => (
            <Select {...control}>
              <option value="">{t("choose")}</option>
              {cycles.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field name="kind" label={t("kind")}>
          {(control) => (
            <Select {...control}>
              {(["ACADEMIC", "LANGUAGE"] as const).map((kind) => (
                <option key={kind} value={kind}>
                  {kinds(kind)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <AwardField awards={awards} labels={labels} />
        {text("creditsRequired", 3, { optional: true, className: "max-w-24" })}
        {text("facultyCode", 20, { optional: true, className: "max-w-48 uppercase" })}
        {text("facultyName", 120, { optional: true })}
        {text("displayOrder", 4, { className: "max-w-24" })}
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** The awards that go with the kind that is chosen. */
function AwardField({ awards, labels }: Pick<Props, "awards" | "labels">) {
  const t = useTranslations("catalogue.fields");
  const kind = useWatch<Values, "kind">({ name: "kind" }) as Kind;
  return (
    <Field name="award" label={t("award")}>
      {(control) => (
        <Select {...control}>
          <option value="">{t("choose")}</option>
          {awards[kind].map((award) => (
            <option key={award} value={award}>
              {labels[award]}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
