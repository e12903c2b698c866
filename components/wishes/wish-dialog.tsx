"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast-store";
import { WISH_KINDS } from "@/lib/classes/draft-timetable/kinds";
import type { WishRow } from "@/lib/classes/draft-timetable/schemas";
import { addWish, editWish } from "@/lib/classes/wishes/actions";
import type { ActionMeta, ActionResult } from "@/lib/platform/actions/action";
import { WeeklyTimeFields } from "./weekly-time-fields";

type Values = {
  kind: WishRow["kind"];
  weekday: string;
  startMin: string;
  endMin: string;
  termId: string;
  note: string;
};
type Props = {
  number: number;
  row: WishRow | null;
  terms: { id: number; code: string }[];
  onClose(): void;
};

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** Adds a time of the week with what the teacher says of it, or changes one. */
export function WishDialog({ number, row, terms, onClose }: Props) {
  const t = useTranslations("draftTimetable.wishes");
  const router = useRouter();
  const save = (values: Values, meta?: ActionMeta): Promise<ActionResult<unknown>> =>
    row
      ? editWish({ ...values, number, id: row.id, version: row.version }, meta)
      : addWish({ ...values, number }, meta);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={row ? t("edit") : t("add")}>
      <ActionForm<Values>
        id={`wish-${number}-${row?.id ?? "new"}`}
        action={save}
        defaultValues={{
          kind: row?.kind ?? "UNAVAILABLE",
          weekday: String(row?.weekday ?? 1),
          startMin: clock(row?.startMin ?? 17 * 60 + 30),
          endMin: clock(row?.endMin ?? 21 * 60 + 30),
          termId: String(row?.term?.id ?? ""),
          note: row?.note ?? "",
        }}
        onSuccess={() => {
          onClose();
          toast.success(t("saved"));
          router.refresh();
        }}
      >
        <Field name="kind" label={t("kind")}>
          {(control) => (
            <Select {...control}>
              {WISH_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {t(`kinds.${kind}`)}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <WeeklyTimeFields namespace="draftTimetable.wishes" />
        <Field name="termId" label={t("term")}>
          {(control) => (
            <Select {...control}>
              <option value="">{t("everyTerm")}</option>
              {terms.map(({ id, code }) => (
                <option key={id} value={id}>
                  {code}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field name="note" label={t("note")} optional>
          {(control) => <Input {...control} maxLength={200} />}
        </Field>
        <SubmitButton>{t("save")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
