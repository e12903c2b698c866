"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { useAction } from "@/components/forms/use-action";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Dialog, DialogFooter } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select } from "@/components/ui/select";
import { printCards } from "@/lib/people/print/actions";
import { CARD_LAYOUTS, type CardLayout } from "@/lib/people/print/schemas";
import type { PeopleSelection } from "@/lib/people/selection";
import { campusToday } from "@/lib/platform/dates/campus";
import { isDay } from "@/lib/platform/dates/day";

/** Years that a card is valid unless somebody says otherwise: those of a bachelor's degree. */
const VALID_YEARS = 4;

type Props = {
  selection: PeopleSelection;
  count: number;
  open: boolean;
  onOpenChange(open: boolean): void;
};

/** How the cards are laid out and until when they are valid; then the job begins. */
export function PrintCardsDialog({ selection, count, open, onOpenChange }: Props) {
  const t = useTranslations("documents.cards");
  const router = useRouter();
  const id = useId();
  const today = campusToday();
  const [layout, setLayout] = useState<CardLayout>(count === 1 ? "card" : "sheet");
  const { run, pending, error } = useAction(printCards, {
    onSuccess: ({ jobRunId }) => {
      onOpenChange(false);
      router.push(`/printed/${jobRunId}`);
    },
    onError: () => true,
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const validUntil = new FormData(event.currentTarget).get("validUntil")?.toString() ?? "";
    void run({ selection, layout, validUntil });
  }

  const dayProblem = error?.fields?.validUntil?.[0];
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t("title", { count })} description={t("what")}>
      <form onSubmit={submit} className="flex flex-col gap-4">
        {error && !dayProblem ? <Alert variant="danger">{error.message}</Alert> : null}
        <div className="flex flex-col gap-1.5">
          <Label htmlFor={`${id}layout`}>{t("layout")}</Label>
          <Select
            id={`${id}layout`}
            autoFocus
            value={layout}
            onChange={(event) => setLayout(event.target.value as CardLayout)}
          >
            {CARD_LAYOUTS.map((value) => (
              <option key={value} value={value}>
                {t(`layouts.${value}`)}
              </option>
            ))}
          </Select>
        </div>
        <div className="flex flex-col gap-1.5">
          <Label htmlFor={`${id}until`}>{t("validUntil")}</Label>
          <Input
            id={`${id}until`}
            name="validUntil"
            type="date"
            required
            min={today}
            defaultValue={yearsLater(today, VALID_YEARS)}
            aria-invalid={dayProblem !== undefined || undefined}
            aria-describedby={dayProblem ? `${id}problem` : undefined}
          />
          {dayProblem ? (
            <p id={`${id}problem`} className="text-danger text-sm">
              {dayProblem}
            </p>
          ) : null}
        </div>
        <p className="text-muted-foreground text-sm">{t("qr")}</p>
        <DialogFooter>
          <Button variant="outline" onClick={() => onOpenChange(false)}>
            {t("cancel")}
          </Button>
          <Button type="submit" pending={pending}>
            {t("make")}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}

/** The same day some years later; the last of February where a leap year has one more. */
function yearsLater(day: string, years: number): string {
  const year = String(Number(day.slice(0, 4)) + years);
  return isDay(year + day.slice(4)) ? year + day.slice(4) : `${year}-02-28`;
}
