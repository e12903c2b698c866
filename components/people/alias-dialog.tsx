"use client";

import { useTranslations } from "next-intl";
import { FieldsDialog } from "@/components/forms/fields-dialog";
import { addAlias, removeAlias } from "@/lib/people/numbers/actions";
import type { AliasRow } from "@/lib/people/numbers/schemas";

type Props = { number: number; name: string; removed: AliasRow | null; onClose(): void };

/** Adds an older number, or removes one; both say why. */
export function AliasDialog({ number, name, removed, onClose }: Props) {
  const t = useTranslations("numbers.aliases");
  const why = { name: "reason", label: t("reason"), help: t("reasonHelp"), kind: "reason" } as const;
  if (removed) {
    return (
      <FieldsDialog
        id={`alias-remove-${removed.id}`}
        title={t("removeTitle", { alias: removed.alias })}
        what={t("removeWhat")}
        fields={[why]}
        defaults={{ reason: "" }}
        action={removeAlias}
        toInput={({ reason = "" }) => ({ number, id: removed.id, reason })}
        submit={t("removeSubmit")}
        done={t("removed")}
        onClose={onClose}
      />
    );
  }
  return (
    <FieldsDialog
      id={`alias-add-${number}`}
      title={t("addTitle", { name })}
      what={t("addWhat")}
      fields={[{ name: "alias", label: t("alias"), help: t("aliasHelp"), kind: "text", maxLength: 30 }, why]}
      defaults={{ alias: "", reason: "" }}
      action={addAlias}
      toInput={({ alias = "", reason = "" }) => ({ number, alias, reason })}
      submit={t("submit")}
      done={t("added")}
      onClose={onClose}
    />
  );
}
