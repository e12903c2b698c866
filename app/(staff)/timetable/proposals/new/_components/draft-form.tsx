"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { CheckField } from "@/components/people/check-field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { startDraft } from "@/lib/classes/draft-timetable/actions";
import { KEEPS, SIZES, TEACHER_CHOICES, USUAL, WHICH } from "@/lib/classes/draft-timetable/kinds";
import type { ActionMeta } from "@/lib/platform/actions/action";

type Term = { id: number; label: string; missing: number };
type Wish = keyof typeof USUAL.weights;
type Values = {
  termId: string;
  which: string;
  keep: string;
  teachers: string;
  size: string;
  standIn: boolean;
  mostHours: string;
  minutes: string;
  seed: string;
  weights: Record<Wish, string>;
};

const WEIGHTS = [0, 1, 2, 3, 4, 5];
const WISHES = Object.keys(USUAL.weights) as Wish[];

/** What the draft is to do; the page of the draft follows and shows the search. */
export function DraftForm({ terms }: { terms: readonly Term[] }) {
  const t = useTranslations("draftTimetable.form");
  const wish = useTranslations("draftTimetable.wish");
  const router = useRouter();
  // The term that needs it most.
  const first = terms.reduce((best, term) => (term.missing > best.missing ? term : best), terms[0] as Term);
  const choice = (name: string, values: readonly string[], text: (value: string) => string) => (
    <Field name={name} label={t(name as "which")}>
      {(control) => (
        <Select {...control}>
          {values.map((value) => (
            <option key={value} value={value}>
              {text(value)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
  return (
    <div className="max-w-xl">
      <ActionForm<Values, Values, { id: number }>
        id="draft-timetable"
        action={(values, meta?: ActionMeta) => startDraft(values as never, meta)}
        defaultValues={{
          ...USUAL,
          termId: String(first.id),
          mostHours: String(USUAL.mostHours),
          minutes: String(USUAL.minutes),
          seed: String(USUAL.seed),
          weights: Object.fromEntries(
            WISHES.map((each) => [each, String(USUAL.weights[each])]),
          ) as Values["weights"],
        }}
        onSuccess={({ id }) => router.push(`/timetable/proposals/${id}`)}
      >
        <Field name="termId" label={t("term")}>
          {(control) => (
            <Select {...control}>
              {terms.map(({ id, label }) => (
                <option key={id} value={id}>
                  {label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {choice("which", WHICH, (value) => t(`whichIs.${value as "all"}`))}
        <Field name="keep" label={t("keep")} help={t("keepHelp")}>
          {(control) => (
            <Select {...control}>
              {KEEPS.toReversed().map((value) => (
                <option key={value} value={value}>
                  {t(`keepIs.${value}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {choice("teachers", TEACHER_CHOICES, (value) => t(`teachersIs.${value as "keep"}`))}
        {choice("size", SIZES, (value) => t(`sizeIs.${value as "seats"}`))}
        <CheckField name="standIn" label={t("standIn")} />
        <div className="grid gap-3 sm:grid-cols-2">
          <Field name="mostHours" label={t("mostHours")}>
            {(control) => <Input {...control} type="number" min={1} max={60} className="max-w-28" />}
          </Field>
          <Field name="minutes" label={t("minutes")}>
            {(control) => <Input {...control} type="number" min={1} max={5} className="max-w-28" />}
          </Field>
        </div>
        <fieldset className="grid gap-3 rounded-lg border bg-card p-4">
          <legend className="px-1 font-medium text-sm">{t("wishes")}</legend>
          <p className="text-muted-foreground text-sm">{t("wishesHelp")}</p>
          <div className="grid gap-3 sm:grid-cols-2">
            {WISHES.map((each) => (
              <Field key={each} name={`weights.${each}`} label={wish(each)}>
                {(control) => (
                  <Select {...control} className="max-w-28">
                    {WEIGHTS.map((value) => (
                      <option key={value} value={value}>
                        {value}
                      </option>
                    ))}
                  </Select>
                )}
              </Field>
            ))}
          </div>
          <Field name="seed" label={t("seed")} help={t("seedHelp")}>
            {(control) => <Input {...control} type="number" min={1} max={1_000_000} className="max-w-28" />}
          </Field>
        </fieldset>
        <SubmitButton>{t("start")}</SubmitButton>
      </ActionForm>
    </div>
  );
}
