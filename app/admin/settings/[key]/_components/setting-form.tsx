"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast-store";
import { changeSetting } from "@/lib/platform/settings/actions";

type Values = { value: string; validFrom: string; reason: string };

type Props = {
  settingKey: string;
  /** JSON text of the value of today. */
  value: string;
  /** YYYY-MM-DD */
  today: string;
  /** Version of the row of each day that has one. */
  versions: Record<string, number>;
  texts: Record<
    "value" | "valueHelp" | "yes" | "no" | "validFrom" | "validFromHelp" | "reason" | "save" | "saved",
    string
  >;
};

/** Another value from a day on, with the reason. */
export function SettingForm({ settingKey, value, today, versions, texts }: Props) {
  const router = useRouter();
  const [round, setRound] = useState(0);
  const isSwitch = value === "true" || value === "false";
  return (
    <ActionForm<Values, Parameters<typeof changeSetting>[0]>
      key={`${round}-${value}`}
      id={`setting-${settingKey}`}
      action={changeSetting}
      defaultValues={{ value, validFrom: today, reason: "" }}
      toInput={(typed) => ({ ...typed, key: settingKey, version: versions[typed.validFrom] ?? 0 })}
      onSuccess={() => {
        toast.success(texts.saved);
        setRound(round + 1);
        router.refresh();
      }}
    >
      <Field name="value" label={texts.value} help={isSwitch ? undefined : texts.valueHelp}>
        {(control) =>
          isSwitch ? (
            <Select {...control}>
              <option value="true">{texts.yes}</option>
              <option value="false">{texts.no}</option>
            </Select>
          ) : (
            <Textarea rows={3} spellCheck={false} {...control} />
          )
        }
      </Field>
      <Field name="validFrom" label={texts.validFrom} help={texts.validFromHelp}>
        {(control) => <Input type="date" min={today} {...control} />}
      </Field>
      <Field name="reason" label={texts.reason}>
        {(control) => <Textarea rows={2} {...control} />}
      </Field>
      <SubmitButton>{texts.save}</SubmitButton>
    </ActionForm>
  );
}
