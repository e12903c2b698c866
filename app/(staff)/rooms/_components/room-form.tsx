"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { SubmitButton } from "@/components/forms/submit-button";
import { CheckField } from "@/components/people/check-field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast-store";
import { createRoom } from "@/lib/organization/rooms/actions";
import type { ActionMeta } from "@/lib/platform/actions/action";

type Option = { value: string; label: string };
type Values = {
  building: string;
  name: string;
  code: string;
  roomType: string;
  capacity: string;
  hasProjector: boolean;
  hasWhiteboard: boolean;
  hasComputers: boolean;
  notes: string;
};

const EMPTY: Values = {
  building: "MAIN",
  name: "",
  code: "",
  roomType: "CLASS",
  capacity: "",
  hasProjector: false,
  hasWhiteboard: true,
  hasComputers: false,
  notes: "",
};

/** A new room; what is on file is edited where it stands. */
export function RoomForm({ buildings, types }: { buildings: Option[]; types: Option[] }) {
  const t = useTranslations("rooms");
  const router = useRouter();
  const options = (all: Option[]) =>
    all.map(({ value, label }) => (
      <option key={value} value={value}>
        {label}
      </option>
    ));
  return (
    <ActionForm<Values, Values, { id: number; code: string }>
      id="room-new"
      action={(values, meta?: ActionMeta) =>
        createRoom(values as unknown as Parameters<typeof createRoom>[0], meta)
      }
      defaultValues={EMPTY}
      onSuccess={({ code }) => {
        toast.success(t("form.created"));
        router.push(`/rooms/${code}`);
        router.refresh();
      }}
    >
      <Field name="building" label={t("fields.building")}>
        {(control) => <Select {...control}>{options(buildings)}</Select>}
      </Field>
      <Field name="name" label={t("fields.name")}>
        {(control) => <Input {...control} maxLength={80} autoComplete="off" />}
      </Field>
      <Field name="code" label={t("fields.code")} help={t("fields.codeHelp")} optional>
        {(control) => <Input {...control} maxLength={12} autoComplete="off" className="max-w-48" />}
      </Field>
      <Field name="roomType" label={t("fields.roomType")}>
        {(control) => <Select {...control}>{options(types)}</Select>}
      </Field>
      <Field name="capacity" label={t("fields.capacity")}>
        {(control) => <Input {...control} inputMode="numeric" maxLength={4} className="max-w-32" />}
      </Field>
      <div>
        <CheckField name="hasProjector" label={t("fields.hasProjector")} />
        <CheckField name="hasWhiteboard" label={t("fields.hasWhiteboard")} />
        <CheckField name="hasComputers" label={t("fields.hasComputers")} />
      </div>
      <Field name="notes" label={t("fields.notes")} optional>
        {(control) => <Textarea {...control} rows={2} maxLength={500} />}
      </Field>
      <SubmitButton>{t("form.save")}</SubmitButton>
    </ActionForm>
  );
}
