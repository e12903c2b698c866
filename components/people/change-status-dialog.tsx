"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useWatch } from "react-hook-form";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { type Chosen, chosenAtFirst, StatusEffect } from "@/components/registration/status-effect";
import { useStatusEffect } from "@/components/registration/use-status-effect";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast-store";
import type { StudentStatus } from "@/lib/platform/db/generated/enums";
import { changeStatus } from "@/lib/registration/actions";
import type { ToldStatusEffect } from "@/lib/registration/schemas";

export type StatusDialogProps = {
  number: number;
  version: number;
  name: string;
  /** "Active, since 6 Jan 2025" */
  now: string;
  since: string;
  today: string;
  /** The statuses that the student may move to, and what each means. */
  moves: { value: StudentStatus; label: string; meaning: string }[];
  open: boolean;
  onOpenChange(open: boolean): void;
};

/** What goes with the status: read when the form is sent, so that exactly what was shown happens. */
type Decided = { dropClassIds: number[]; endProgrammes: { id: number; version: number }[] };
const NOTHING: Chosen = { classes: new Set(), programmes: new Set() };

function decide(effect: ToldStatusEffect, chosen: Chosen): Decided {
  return {
    dropClassIds: [...chosen.classes],
    endProgrammes: effect.programmes
      .filter((each) => chosen.programmes.has(each.id))
      .map(({ id, version }) => ({ id, version })),
  };
}

type EffectPartProps = Pick<StatusDialogProps, "number" | "moves"> & {
  onDecide(decided: Decided): void;
  submit: string;
  /** The field of the reason: asked once the effect was read. */
  children: ReactNode;
};

/** What the chosen status and day will mean; nobody sends the form before it was shown. */
function EffectPart({ number, moves, onDecide, submit, children }: EffectPartProps) {
  const [to, effectiveOn] = useWatch({ name: ["to", "effectiveOn"] }) as [string, string];
  const found = useStatusEffect(number, to, effectiveOn);
  const { effect } = found;
  const [choice, setChoice] = useState<{ of: ToldStatusEffect; chosen: Chosen } | null>(null);
  const chosen = effect === null ? NOTHING : choice?.of === effect ? choice.chosen : chosenAtFirst(effect);
  const tell = useRef(onDecide);
  tell.current = onDecide;
  useEffect(() => {
    if (effect) tell.current(decide(effect, chosen));
  }, [effect, chosen]);
  const meaning = moves.find((move) => move.value === to)?.meaning;
  return (
    <>
      {meaning && <p className="rounded-md bg-muted px-3 py-2 text-sm">{meaning}</p>}
      <StatusEffect
        found={found}
        chosen={chosen}
        onChange={(next) => effect && setChoice({ of: effect, chosen: next })}
      />
      {children}
      <SubmitButton disabled={to !== "" && found.state !== "ready"}>{submit}</SubmitButton>
    </>
  );
}

/** The form of a change of status: to what, from which day, why, and what goes with it. */
export function ChangeStatusDialog(props: StatusDialogProps) {
  const { number, version, name, now, since, today, moves, open, onOpenChange } = props;
  const t = useTranslations("people.changeStatus");
  const effects = useTranslations("statusEffect");
  const router = useRouter();
  const decided = useRef<Decided>({ dropClassIds: [], endProgrammes: [] });
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("title", { name })} description={now}>
      <ActionForm
        id={`change-status-${number}`}
        action={changeStatus}
        defaultValues={{ to: "", effectiveOn: today, reason: "" }}
        toInput={(values) => ({
          ...values,
          ...decided.current,
          to: values.to as StudentStatus,
          number,
          version,
        })}
        onSuccess={({ dropped }) => {
          onOpenChange(false);
          toast.success(effects("done", { classes: dropped }));
          router.refresh();
        }}
      >
        <Field name="to" label={t("to")}>
          {(control) => (
            <Select {...control}>
              <option value="">{t("choose")}</option>
              {moves.map((move) => (
                <option key={move.value} value={move.value}>
                  {move.label}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field name="effectiveOn" label={t("effectiveOn")} help={t("effectiveHelp")}>
          {(control) => <Input {...control} type="date" min={since} max={today} />}
        </Field>
        <EffectPart
          number={number}
          moves={moves}
          submit={t("submit")}
          onDecide={(next) => {
            decided.current = next;
          }}
        >
          <Field name="reason" label={t("reason")} help={t("reasonHelp")}>
            {(control) => <Textarea {...control} rows={2} maxLength={500} />}
          </Field>
        </EffectPart>
      </ActionForm>
    </Dialog>
  );
}
