"use client";

import { useTranslations } from "next-intl";
import { FieldsDialog } from "@/components/forms/fields-dialog";
import { convertReading } from "@/lib/classes/editing/actions";
import type { Converted } from "./convert-button";

/** What converting means, and a reason. */
export function ConvertDialog({ id, version, name, onClose }: Converted & { onClose(): void }) {
  const t = useTranslations("classEdit.reading");
  return (
    <FieldsDialog
      id={`convert-reading-${id}`}
      title={t("convertTitle", { class: name })}
      what={t("convertWhat")}
      fields={[{ name: "reason", label: t("reason"), kind: "reason" }]}
      defaults={{ reason: "" }}
      action={convertReading}
      toInput={(values) => ({ id, version, reason: values.reason ?? "" })}
      submit={t("convert")}
      done={t("converted")}
      onClose={onClose}
    />
  );
}
