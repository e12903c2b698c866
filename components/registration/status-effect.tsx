"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useId } from "react";
import { WhyPopover } from "@/components/feedback/why-popover";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import type { ToldStatusEffect } from "@/lib/registration/schemas";
import type { EffectState } from "./use-status-effect";

/** What goes with the new status: ids of classes that are left and of programmes that end. */
export type Chosen = { classes: ReadonlySet<number>; programmes: ReadonlySet<number> };

/** Who leaves leaves everything that is shown; who stays keeps it. */
export function chosenAtFirst(effect: ToldStatusEffect): Chosen {
  const classes = effect.leaving && effect.mayDrop ? effect.classes.map((each) => each.classId) : [];
  const programmes = effect.mayEnd ? effect.programmes.filter((each) => each.ending) : [];
  return { classes: new Set(classes), programmes: new Set(programmes.map((each) => each.id)) };
}

type Props = { found: EffectState & { retry(): void }; chosen: Chosen; onChange(chosen: Chosen): void };

/** Shows before it happens what a change of status means, and lets the person say what goes with it. */
export function StatusEffect({ found, chosen, onChange }: Props) {
  const t = useTranslations("statusEffect");
  if (found.state === "idle") return null;
  return (
    <section aria-label={t("title")} aria-live="polite" className="rounded-md border bg-muted/40 text-sm">
      <h3 className="border-b px-3 py-2 font-semibold">{t("title")}</h3>
      {found.state === "loading" && <p className="px-3 py-2 text-muted-foreground">{t("loading")}</p>}
      {found.state === "failed" && (
        <div className="p-3">
          <Alert
            variant="danger"
            action={
              <Button variant="outline" size="sm" onClick={found.retry}>
                {t("retry")}
              </Button>
            }
          >
            {t("failed")}
          </Alert>
        </div>
      )}
      {found.state === "ready" && <Effects effect={found.effect} chosen={chosen} onChange={onChange} />}
    </section>
  );
}

type Shown = { effect: ToldStatusEffect; chosen: Chosen; onChange(chosen: Chosen): void };

function Effects(shown: Shown) {
  const { effect } = shown;
  const t = useTranslations("statusEffect");
  const format = useFormat();
  if (!effect.allowed) {
    return (
      <div className="p-3">
        <Alert variant="danger" title={t("refused")}>
          {effect.moveWhy?.reasons.map((reason) => (
            <p key={reason.text}>{reason.text}</p>
          ))}
        </Alert>
      </div>
    );
  }
  return (
    <div className="flex flex-col divide-y">
      {effect.hold !== "none" && (
        <div className="flex flex-wrap items-baseline gap-x-2 px-3 py-2">
          {t(`hold.${effect.hold}`)}
          {effect.holdWhy && <WhyPopover why={effect.holdWhy} label={t(`hold.${effect.hold}`)} />}
        </div>
      )}
      {effect.leaves.map((leave) => (
        <p key={leave.startsOn} className="px-3 py-2">
          {t("leave", { from: format.date(leave.startsOn), to: format.date(leave.returnsOn) })}
        </p>
      ))}
      <Classes {...shown} />
      <Programmes {...shown} />
    </div>
  );
}

function toggled(set: ReadonlySet<number>, id: number): ReadonlySet<number> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}

function Classes({ effect, chosen, onChange }: Shown) {
  const t = useTranslations("statusEffect");
  const { classes, leaving, mayDrop } = effect;
  if (classes.length === 0) return <p className="px-3 py-2">{t("noClasses")}</p>;
  const paid = classes.some((each) => each.refund);
  return (
    <fieldset className="px-3 py-2">
      <legend className="float-left mb-1 w-full font-medium">
        {leaving && mayDrop ? t("classesLeave") : t("classesStay")}
      </legend>
      <ul className="clear-both flex flex-col gap-1">
        {classes.map((each) => (
          <Choice
            key={each.classId}
            checked={chosen.classes.has(each.classId)}
            disabled={!mayDrop}
            onToggle={() => onChange({ ...chosen, classes: toggled(chosen.classes, each.classId) })}
            aside={
              each.refund?.why && (
                <WhyPopover
                  why={each.refund.why}
                  label={t("refundOf", { class: `${each.code} ${each.section}` })}
                />
              )
            }
          >
            <span className="font-medium">
              {each.code} {each.section}
            </span>{" "}
            <span className="text-muted-foreground">
              {each.termCode} · {t(`states.${each.status}`)}
              {chosen.classes.has(each.classId) &&
                ` · ${t(`drops.${each.status === "ENROLLED" ? each.endsAs : "DROPPED"}`)}`}
              {each.refund && ` · ${t("refund", { percent: each.refund.percent })}`}
            </span>
          </Choice>
        ))}
      </ul>
      <p className="mt-1.5 text-muted-foreground text-xs">
        {mayDrop ? t("seats") : t("noDrop")} {paid && t("money")}
      </p>
    </fieldset>
  );
}

function Programmes({ effect, chosen, onChange }: Shown) {
  const t = useTranslations("statusEffect");
  const studies = useTranslations("studies");
  const khmer = useLocale() === "km";
  const { programmes, mayEnd } = effect;
  if (programmes.length === 0) return <p className="px-3 py-2">{t("noProgrammes")}</p>;
  const ends = programmes.some((each) => each.ending);
  return (
    <fieldset className="px-3 py-2">
      <legend className="float-left mb-1 w-full font-medium">
        {ends ? t("programmesEnd") : t("programmesStay")}
      </legend>
      <ul className="clear-both flex flex-col gap-1">
        {programmes.map(({ id, code, name, nameKm, ending }) => (
          <Choice
            key={id}
            checked={ending === null ? null : chosen.programmes.has(id)}
            disabled={!mayEnd}
            onToggle={() => onChange({ ...chosen, programmes: toggled(chosen.programmes, id) })}
          >
            <span className="font-medium">{khmer ? nameKm : name}</span>{" "}
            <span className="text-muted-foreground">
              {code}
              {ending &&
                ` · ${t("endsAs", {
                  status: studies(`status.${ending.status}`),
                  reason: studies(`exitReasons.${ending.exitReason}`),
                })}`}
            </span>
          </Choice>
        ))}
      </ul>
    </fieldset>
  );
}

type ChoiceProps = {
  /** Null: nothing to choose. */
  checked: boolean | null;
  disabled: boolean;
  onToggle(): void;
  aside?: ReactNode;
  children: ReactNode;
};

function Choice({ checked, disabled, onToggle, aside, children }: ChoiceProps) {
  const id = useId();
  if (checked === null) return <li>{children}</li>;
  return (
    <li className="flex items-start gap-2">
      <label
        htmlFor={id}
        className="flex min-h-7 min-w-0 flex-1 cursor-pointer items-start gap-2.5 touch:min-h-10"
      >
        <Checkbox id={id} checked={checked} disabled={disabled} onChange={onToggle} className="mt-0.5" />
        <span className="min-w-0">{children}</span>
      </label>
      {aside}
    </li>
  );
}
