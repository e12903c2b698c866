"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { CheckField } from "@/components/people/check-field";
import { PersonPicker } from "@/components/people/details/person-picker";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast-store";
import {
  assignPosition,
  delegatePosition,
  endAssignment,
  endDelegation,
} from "@/lib/people/positions/actions";
import type { AssignmentFacts } from "./position-actions";

type Close = { onClose(): void };
type OfAssignment = Close & { assignment: AssignmentFacts };

/** Says that it is done, closes the dialog and reads the page again. */
function useDone(text: string, onClose: () => void): () => void {
  const router = useRouter();
  return () => {
    onClose();
    toast.success(text);
    router.refresh();
  };
}

function Frame({
  title,
  what,
  onClose,
  children,
}: Close & { title: string; what?: string; children: ReactNode }) {
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={title} description={what}>
      {children}
    </Dialog>
  );
}

function DayField({
  name,
  label,
  help,
  optional,
  min,
}: {
  name: string;
  label: string;
  help?: string;
  optional?: boolean;
  min?: string;
}) {
  return (
    <Field name={name} label={label} {...(help ? { help } : {})} {...(optional ? { optional } : {})}>
      {(control) => <Input {...control} type="date" min={min} className="max-w-48" />}
    </Field>
  );
}

function ReasonField({ label }: { label: string }) {
  return (
    <Field name="reason" label={label}>
      {(control) => <Textarea {...control} rows={2} maxLength={500} />}
    </Field>
  );
}

export function AssignDialog({
  positionId,
  position,
  today,
  onClose,
}: Close & { positionId: number; position: string; today: string }) {
  const t = useTranslations("positions.assign");
  const done = useDone(t("done"), onClose);
  return (
    <Frame title={t("title", { position })} onClose={onClose}>
      <ActionForm
        id={`assign-${positionId}`}
        action={assignPosition}
        defaultValues={{
          personId: "",
          validFrom: today,
          lastDay: "",
          isActing: false,
          isPrimary: true,
          reason: "",
        }}
        toInput={(values) => ({ ...values, positionId, personId: Number(values.personId) })}
        onSuccess={done}
      >
        <PersonPicker
          name="personId"
          label={t("person")}
          help={t("personHelp")}
          chosen={undefined}
          source="colleagues"
        />
        <DayField name="validFrom" label={t("from")} />
        <DayField name="lastDay" label={t("to")} help={t("toHelp")} optional />
        <CheckField name="isPrimary" label={t("main")} />
        <CheckField name="isActing" label={t("acting")} />
        <ReasonField label={t("reason")} />
        <SubmitButton>{t("submit")}</SubmitButton>
      </ActionForm>
    </Frame>
  );
}

export function EndDialog({ assignment, onClose }: OfAssignment) {
  const t = useTranslations("positions.end");
  const done = useDone(t("done"), onClose);
  const { id, version, position, holder, today } = assignment;
  return (
    <Frame title={t("title", { position, name: holder })} onClose={onClose}>
      <ActionForm
        id={`end-position-${id}`}
        action={endAssignment}
        defaultValues={{ lastDay: today, reason: "" }}
        toInput={(values) => ({ ...values, id, version })}
        onSuccess={done}
      >
        <DayField name="lastDay" label={t("lastDay")} help={t("lastDayHelp")} />
        <ReasonField label={t("reason")} />
        <SubmitButton>{t("submit")}</SubmitButton>
      </ActionForm>
    </Frame>
  );
}

export function DelegateDialog({ assignment, onClose }: OfAssignment) {
  const t = useTranslations("positions.delegate");
  const done = useDone(t("done"), onClose);
  const { id, version, position, today, validFrom } = assignment;
  const first = validFrom > today ? validFrom : today;
  return (
    <Frame title={t("title", { position })} what={t("what")} onClose={onClose}>
      <ActionForm
        id={`delegate-position-${id}`}
        action={delegatePosition}
        defaultValues={{ personId: "", from: first, lastDay: "", reason: "" }}
        toInput={(values) => ({ ...values, id, version, personId: Number(values.personId) })}
        onSuccess={done}
      >
        <PersonPicker name="personId" label={t("person")} chosen={undefined} source="colleagues" />
        <DayField name="from" label={t("from")} min={first} />
        <DayField name="lastDay" label={t("to")} min={first} />
        <ReasonField label={t("reason")} />
        <SubmitButton>{t("submit")}</SubmitButton>
      </ActionForm>
    </Frame>
  );
}

export function TakeBackDialog({ assignment, onClose }: OfAssignment) {
  const t = useTranslations("positions.takeBack");
  const done = useDone(t("done"), onClose);
  const { id, version, delegate } = assignment;
  return (
    <Frame title={t("title", { name: delegate ?? "" })} what={t("what")} onClose={onClose}>
      <ActionForm
        id={`take-back-${id}`}
        action={endDelegation}
        defaultValues={{ reason: "" }}
        toInput={(values) => ({ ...values, id, version })}
        onSuccess={done}
      >
        <ReasonField label={t("reason")} />
        <SubmitButton>{t("submit")}</SubmitButton>
      </ActionForm>
    </Frame>
  );
}
