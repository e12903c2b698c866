"use client";

import { useTranslations } from "next-intl";
import { FieldsDialog } from "@/components/forms/fields-dialog";
import { Dialog } from "@/components/ui/dialog";
import { moveClass } from "@/lib/classes/editing/actions";
import type { ClassStatus } from "@/lib/classes/schemas";
import type { WhyText } from "@/lib/platform/i18n/why-text";

export type MoveDialogProps = {
  id: number;
  version: number;
  name: string;
  now: string;
  moves: { value: ClassStatus; label: string }[];
  /** Statuses that follow, but not now. */
  waiting: { label: string; why: WhyText }[];
  onClose(): void;
};

/** To which status and why; beside it what must wait, with the reason and the way to mend it. */
export function MoveDialog({ id, version, name, now, moves, waiting, onClose }: MoveDialogProps) {
  const t = useTranslations("classEdit.moves");
  const title = t("title", { class: name });
  if (moves.length === 0)
    return (
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        title={title}
        description={t("now", { status: now })}
      >
        <Waiting waiting={waiting} />
      </Dialog>
    );
  return (
    <FieldsDialog
      id={`move-class-${id}`}
      title={title}
      what={t("now", { status: now })}
      fields={[
        { name: "to", label: t("to"), kind: "select", options: moves, empty: t("choose") },
        { name: "reason", label: t("reason"), kind: "reason" },
      ]}
      defaults={{ to: "", reason: "" }}
      action={moveClass}
      toInput={(values) => ({
        id,
        version,
        to: values.to as Exclude<ClassStatus, "CANCELLED">,
        reason: values.reason ?? "",
      })}
      submit={t("submit")}
      done={t("done")}
      onClose={onClose}
    >
      <Waiting waiting={waiting} />
    </FieldsDialog>
  );
}

function Waiting({ waiting }: Pick<MoveDialogProps, "waiting">) {
  const t = useTranslations("classEdit.moves");
  if (waiting.length === 0) return null;
  return (
    <div className="rounded-md bg-muted px-3 py-2 text-sm">
      <p className="font-medium">{t("notNow")}</p>
      <ul>
        {waiting.map(({ label, why }) => (
          <li key={label} className="mt-1 text-muted-foreground">
            {label}: {why.reasons.map(({ text }) => text).join(" ")} {why.remedy}
          </li>
        ))}
      </ul>
    </div>
  );
}
