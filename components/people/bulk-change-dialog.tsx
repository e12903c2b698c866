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
import { Textarea } from "@/components/ui/textarea";
import { startBulkChange } from "@/lib/people/bulk/actions";
import type { BulkChange, BulkChangeInput } from "@/lib/people/bulk/schemas";
import type { PeopleSelection } from "@/lib/people/selection";
import { campusToday } from "@/lib/platform/dates/campus";

type Option = { value: string; label: string };
type Props = {
  change: BulkChange;
  selection: PeopleSelection;
  count: number;
  options?: readonly Option[];
  open: boolean;
  onOpenChange(open: boolean): void;
};

const STATUSES = [
  "ACTIVE",
  "INACTIVE",
  "GRADUATED",
  "DROPPED",
  "SUSPENDED",
  "TRANSFERRED",
  "FROZEN",
] as const;
const TIMES = ["MORNING", "AFTERNOON", "EVENING", "WEEKEND"] as const;

/** What the selected people shall become. Nothing is written yet: the page that follows shows what would change. */
export function BulkChangeDialog({ change, selection, count, options, open, onOpenChange }: Props) {
  const t = useTranslations("lists.bulk");
  const router = useRouter();
  const id = useId();
  const today = campusToday();
  const [to, setTo] = useState("");
  const { run, pending, error } = useAction(startBulkChange, {
    onSuccess: ({ id: set }) => {
      onOpenChange(false);
      router.push(`/change-sets/${set}`);
    },
    onError: () => true,
  });
  const choices: readonly Option[] =
    change === "status"
      ? STATUSES.map((value) => ({ value, label: t(`statuses.${value}`) }))
      : change === "studyTime"
        ? TIMES.map((value) => ({ value, label: t(`times.${value}`) }))
        : change === "transfer"
          ? (["true", "false"] as const).map((value) => ({ value, label: t(`transfer.${value}`) }))
          : [...(options ?? []), { value: "none", label: t("noDepartment") }];

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const text = (name: string) => data.get(name)?.toString() ?? "";
    const wanted = { change, to: to === "none" ? "" : to } as BulkChangeInput;
    if (wanted.change === "status") {
      wanted.effectiveOn = text("effectiveOn");
      wanted.reason = text("reason");
    }
    void run({ selection, wanted });
  }

  const fieldError = (name: string) => error?.fields?.[`wanted.${name}`]?.[0];
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={t(`changes.${change}.title`, { count })}
      description={change === "status" ? `${t("what")} ${t("statusOnly")}` : t("what")}
    >
      <form onSubmit={submit} className="flex flex-col gap-4">
        {error ? <Alert variant="danger">{error.message}</Alert> : null}
        <div className="flex flex-col gap-1.5">
          <Label htmlFor={`${id}to`}>{t(`changes.${change}.to`)}</Label>
          <Select
            id={`${id}to`}
            name="to"
            required
            autoFocus
            value={to}
            onChange={(event) => setTo(event.target.value)}
          >
            <option value="">{t("choose")}</option>
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </Select>
        </div>
        {change === "status" && (
          <>
            <div className="flex flex-col gap-1.5">
              <Label htmlFor={`${id}on`}>{t("effectiveOn")}</Label>
              <Input
                id={`${id}on`}
                name="effectiveOn"
                type="date"
                required
                max={today}
                defaultValue={today}
                aria-invalid={fieldError("effectiveOn") !== undefined || undefined}
              />
            </div>
            <div className="flex flex-col gap-1.5">
              <Label htmlFor={`${id}why`}>{t("reason")}</Label>
              <Textarea
                id={`${id}why`}
                name="reason"
                rows={3}
                required
                maxLength={500}
                aria-invalid={fieldError("reason") !== undefined || undefined}
              />
              {fieldError("reason") ? <p className="text-danger text-sm">{fieldError("reason")}</p> : null}
            </div>
          </>
        )}
        <DialogFooter>
          <Button variant="outline" onClick={() => onOpenChange(false)}>
            {t("cancel")}
          </Button>
          <Button type="submit" pending={pending} disabled={to === ""}>
            {t("check")}
          </Button>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
