"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { CheckField } from "@/components/people/check-field";
import { Select } from "@/components/ui/select";
import { startDuplicate } from "@/lib/classes/offering/actions";
import type { ActionMeta } from "@/lib/platform/actions/action";

type Term = { value: string; label: string; type: string; start: string };
type Values = { from: string; to: string; rooms: boolean; teachers: boolean; existing: "skip" | "add" };
type Props = { sources: Term[]; targets: Term[]; from: string; to: string };

const options = (terms: readonly Term[]) =>
  terms.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));

/** Terms of the same kind as the one copied come first, and of these those that come after it. */
function Targets({ sources, targets }: Pick<Props, "sources" | "targets">) {
  const t = useTranslations("offering.form");
  const from = useWatch({ name: "from" }) as string;
  const type = sources.find((term) => term.value === from)?.type;
  const others = targets.filter((term) => term.value !== from);
  const same = others.filter((term) => term.type === type).toSorted((a, b) => a.start.localeCompare(b.start));
  return (
    <Field name="to" label={t("to")} help={t("fits")}>
      {(control) => (
        <Select {...control}>
          <option value="">{t("choose")}</option>
          {options(same)}
          {options(others.filter((term) => term.type !== type))}
        </Select>
      )}
    </Field>
  );
}

/** Which term, where to, what comes along. Nothing is written yet: the page that follows shows what would come of it. */
export function DuplicateForm({ sources, targets, from, to }: Props) {
  const t = useTranslations("offering.form");
  const router = useRouter();
  return (
    <ActionForm<Values, Values, { id: number }>
      id="duplicate-offering"
      action={({ from: term, ...values }, meta?: ActionMeta) =>
        startDuplicate({ what: { kind: "term", from: term }, ...values }, meta)
      }
      defaultValues={{ from, to, rooms: true, teachers: true, existing: "skip" }}
      onSuccess={({ id }) => router.push(`/change-sets/${id}`)}
      keepDraft={false}
    >
      <Field name="from" label={t("from")}>
        {(control) => (
          <Select {...control}>
            <option value="">{t("choose")}</option>
            {options(sources)}
          </Select>
        )}
      </Field>
      <Targets sources={sources} targets={targets} />
      <div>
        <CheckField name="rooms" label={t("rooms")} />
        <CheckField name="teachers" label={t("teachers")} />
      </div>
      <Field name="existing" label={t("existing")}>
        {(control) => (
          <Select {...control}>
            <option value="skip">{t("skip")}</option>
            <option value="add">{t("add")}</option>
          </Select>
        )}
      </Field>
      <p className="text-muted-foreground text-sm">{t("help")}</p>
      <SubmitButton>{t("submit")}</SubmitButton>
    </ActionForm>
  );
}
