"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast-store";
import type { ActionMeta } from "@/lib/platform/actions/action";
import { changeCapacity } from "@/lib/registration/capacity/actions";
import type { CapacityChanged } from "@/lib/registration/capacity/schemas";

export type CapacityDialogProps = {
  id: number;
  version: number;
  name: string;
  /** Classes that share the seats, in words; empty: none. */
  together: string;
  capacity: number;
  taken: number;
  offered: number;
  waiting: number;
  onClose(): void;
};

type Values = { capacity: string; reason: string };

/** More or fewer seats of a class; what comes free is offered to who waits. */
export function CapacityDialog(props: CapacityDialogProps) {
  const { id, version, name, together, capacity, taken, offered, waiting, onClose } = props;
  const t = useTranslations("offering.capacity");
  const router = useRouter();
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t("title", { class: name })}
      description={t("text", { taken, offered, waiting })}
    >
      {together ? <p className="text-sm">{t("together", { classes: together })}</p> : null}
      <ActionForm<Values, Values, CapacityChanged>
        id={`capacity-${id}`}
        action={(values, meta?: ActionMeta) => changeCapacity({ ...values, id, version }, meta)}
        defaultValues={{ capacity: String(capacity), reason: "" }}
        onSuccess={(done) => {
          onClose();
          const offers = done.offered > 0 ? ` ${t("offered", { count: done.offered })}` : "";
          toast.success(`${t("done", { capacity: done.capacity })}${offers}`);
          router.refresh();
        }}
        keepDraft={false}
      >
        <Field name="capacity" label={t("capacity")}>
          {(control) => (
            <Input {...control} inputMode="numeric" maxLength={3} autoFocus className="max-w-32" />
          )}
        </Field>
        <Field name="reason" label={t("reason")}>
          {(control) => <Textarea {...control} rows={2} maxLength={500} />}
        </Field>
        <SubmitButton>{t("submit")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
