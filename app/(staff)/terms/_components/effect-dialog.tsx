"use client";

import { useTranslations } from "next-intl";
import { ConfirmDialog } from "@/components/feedback/confirm-dialog";
import { useAction } from "@/components/forms/use-action";
import { editTerm } from "@/lib/classes/terms/actions";
import type { TermEffect } from "@/lib/classes/terms/change-term";
import { useFormat } from "@/lib/platform/i18n/client-provider";
import { loose } from "@/lib/platform/i18n/explain-text";

type Props = {
  input: Parameters<typeof editTerm>[0];
  effect: TermEffect;
  onSaved(code: string): void;
  onClose(): void;
};

/** What new dates of a term do: days, meetings, tests, and to how many classes and students. */
export function EffectDialog({ input, effect, onSaved, onClose }: Props) {
  const t = useTranslations("terms");
  const format = useFormat();
  const { run, pending } = useAction(editTerm, { onSuccess: ({ code }) => onSaved(code) });
  const day = (value: string | null) => (value ? format.date(value) : t("effect.noDay"));
  const meetings = (["made", "removed", "changed", "outside", "over"] as const).filter(
    (key) => effect[key] > 0,
  );
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("effect.title")}
      confirmLabel={t("effect.confirm")}
      pending={pending}
      onConfirm={() => run(input)}
    >
      <span className="block">{t("effect.who", { classes: effect.classes, students: effect.students })}</span>
      <span className="mt-2 block text-foreground">
        {effect.deadlines.map(({ field, from, to }) => (
          <span key={field} className="block">
            <span className="font-medium">{t(`days.${field}`)}:</span> {day(from)} → {day(to)}
          </span>
        ))}
        {effect.tests.map(({ testType, from, to }) => (
          <span key={testType} className="block">
            <span className="font-medium">{loose(t)(`tests.types.${testType}`)}:</span> {day(from)} →{" "}
            {day(to)}
          </span>
        ))}
        {meetings.map((key) => (
          <span key={key} className="block">
            {t(`effect.${key}`, { count: effect[key] })}
          </span>
        ))}
      </span>
    </ConfirmDialog>
  );
}
