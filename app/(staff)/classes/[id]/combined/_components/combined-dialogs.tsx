"use client";

import { useTranslations } from "next-intl";
import { FieldsDialog } from "@/components/forms/fields-dialog";
import { combineClasses, splitClass } from "@/lib/classes/combined/actions";
import type { OfClass, OfTwo } from "./combined-buttons";

/** Seats for both and a reason. */
export function CombineDialog({
  id,
  version,
  name,
  other,
  people,
  capacity,
  onClose,
}: OfTwo & { onClose(): void }) {
  const t = useTranslations("classEdit.combined");
  return (
    <FieldsDialog
      id={`combine-${id}-${other.id}`}
      title={t("combineTitle", { class: name, other: other.name })}
      what={t("combineWhat", { class: name, other: other.name })}
      fields={[
        {
          name: "capacity",
          label: t("together"),
          help: t("togetherHelp", { people }),
          kind: "text",
          maxLength: 3,
          numeric: true,
        },
        { name: "reason", label: t("reason"), kind: "reason" },
      ]}
      defaults={{ capacity: String(Math.max(people, capacity)), reason: "" }}
      action={combineClasses}
      toInput={(values) => ({
        capacity: values.capacity ?? "",
        reason: values.reason ?? "",
        id,
        version,
        joinsId: other.id,
        joinsVersion: other.version,
      })}
      submit={t("submit")}
      done={t("done")}
      onClose={onClose}
    />
  );
}

/** Seats of its own and a reason. */
export function SplitDialog({ id, version, name, capacity, onClose }: OfClass & { onClose(): void }) {
  const t = useTranslations("classEdit.combined");
  return (
    <FieldsDialog
      id={`split-${id}`}
      title={t("splitTitle", { class: name })}
      what={t("splitWhat")}
      fields={[
        { name: "capacity", label: t("capacity"), kind: "text", maxLength: 3, numeric: true },
        { name: "reason", label: t("reason"), kind: "reason" },
      ]}
      defaults={{ capacity: String(capacity), reason: "" }}
      action={splitClass}
      toInput={(values) => ({ capacity: values.capacity ?? "", reason: values.reason ?? "", id, version })}
      submit={t("splitSubmit")}
      done={t("splitDone")}
      onClose={onClose}
    />
  );
}
