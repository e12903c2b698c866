"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { CountryOptions } from "@/components/forms/country-options";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast-store";
import { askChange } from "@/lib/people/change-requests/actions";
import type { AskedTopic, ChangeField } from "@/lib/people/change-requests/rules";
import { type Limits, ProofField } from "./proof-field";

type Option = { value: string; label: string };
type Props = {
  topic: AskedTopic;
  paperId: number | null;
  /** YYYY-MM-DD */
  today: string;
  limits: Limits;
  initial: Record<ChangeField, string>;
  provinces: Option[];
  kinds: Option[];
};
type Values = Record<ChangeField, string> & { reason: string; proofIds: string[] };

const FIELDS: Record<AskedTopic, readonly ChangeField[]> = {
  LATIN_NAME: ["familyName", "personalName"],
  BIRTH: ["dateOfBirth", "birthProvince"],
  PAPERS: ["kind", "number", "country", "issuedBy", "issuedOn", "expiresOn"],
};

function toInput(topic: AskedTopic, paperId: number | null, values: Values) {
  const { reason, proofIds, birthProvince, ...rest } = values;
  const typed = { ...rest, birthProvince: birthProvince || null };
  const chosen = Object.fromEntries(FIELDS[topic].map((field) => [field, typed[field]]));
  return { topic, ...chosen, ...(topic === "PAPERS" ? { paperId } : {}), reason, proofIds } as never;
}

/** What is wanted, why, and the proof: the fields of one topic, with what is on file in them. */
export function AskForm({ topic, paperId, today, limits, initial, provinces, kinds }: Props) {
  const t = useTranslations("changeRequests.ask");
  const fields = useTranslations("changeRequests.fields");
  const router = useRouter();
  const optional: readonly ChangeField[] = ["birthProvince", "issuedOn", "expiresOn", "issuedBy"];
  const input = (field: ChangeField) => {
    const days = field === "dateOfBirth" || field === "issuedOn" || field === "expiresOn";
    const options = field === "birthProvince" ? provinces : field === "kind" ? kinds : null;
    return (
      <Field key={field} name={field} label={fields(field)} optional={optional.includes(field)}>
        {(control) =>
          field === "country" ? (
            <Select {...control}>
              <CountryOptions />
            </Select>
          ) : options ? (
            <Select {...control}>
              {field === "birthProvince" && <option value="">{t("choose_one")}</option>}
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </Select>
          ) : days ? (
            <Input
              {...control}
              type="date"
              max={field === "expiresOn" ? undefined : today}
              className="max-w-48"
            />
          ) : (
            <Input
              {...control}
              maxLength={field === "issuedBy" ? 120 : 60}
              autoCapitalize={topic === "LATIN_NAME" ? "characters" : undefined}
              autoComplete="off"
            />
          )
        }
      </Field>
    );
  };
  return (
    <ActionForm<Values, never>
      id={`ask-${topic.toLowerCase()}-${paperId ?? "new"}`}
      action={askChange as never}
      defaultValues={{ ...initial, reason: "", proofIds: [] }}
      // What was sent for it goes after a day; a draft would point to files that are gone.
      keepDraft={false}
      toInput={(values) => toInput(topic, paperId, values)}
      onSuccess={() => {
        toast.success(t("sent"));
        router.push("/my/profile");
      }}
    >
      {FIELDS[topic].map(input)}
      <ProofField name="proofIds" limits={limits} />
      <Field name="reason" label={t("reason")} help={t("reasonHelp")}>
        {(control) => <Textarea {...control} rows={2} maxLength={500} />}
      </Field>
      <SubmitButton>{t("submit")}</SubmitButton>
    </ActionForm>
  );
}
