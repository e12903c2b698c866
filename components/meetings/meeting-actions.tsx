"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmButton } from "@/components/feedback/confirm-button";
import { Button } from "@/components/ui/button";
import { Icon, type IconName } from "@/components/ui/icon";
import { removeMeeting, restoreMeeting } from "@/lib/classes/timetable/actions";
import type { MeetingAction, MeetingFacts } from "./facts";

// Rare dialogs: their code is fetched when somebody asks for it.
const MeetingDialog = dynamic(() => import("./meeting-dialog").then((module) => module.MeetingDialog), {
  ssr: false,
});
const CancelDialog = dynamic(() => import("./cancel-dialog").then((module) => module.CancelDialog), {
  ssr: false,
});

type Props = { meeting: MeetingFacts; actions: readonly MeetingAction[]; today: string };

const ICON: Record<MeetingAction, IconName> = {
  change: "users",
  cancel: "ban",
  makeUp: "rotate-ccw",
  restore: "undo-2",
  remove: "trash-2",
};

/** What may be done with one meeting: buttons that open their dialog. */
export function MeetingActions({ meeting, actions, today }: Props) {
  const t = useTranslations("meetings");
  const router = useRouter();
  const [open, setOpen] = useState<"change" | "makeUp" | "cancel" | null>(null);
  const close = () => setOpen(null);
  const { id: meetingId, version, className, dateText, timeText } = meeting;
  const what = { class: className, date: dateText, time: timeText };
  const asking = (action: "restore" | "remove") => (
    <ConfirmButton
      key={action}
      variant="ghost"
      size="sm"
      action={
        action === "restore"
          ? restoreMeeting
          : (input: { meetingId: number; version: number }) => removeMeeting(input)
      }
      input={{ meetingId, version }}
      title={t(`${action}.title`)}
      what={t(`${action}.what`, what)}
      confirmLabel={t(`${action}.submit`)}
      doneText={t(`${action}.done`)}
      destructive={action === "remove"}
      onDone={() => router.refresh()}
    >
      <Icon name={ICON[action]} />
      {t(`actions.${action}`)}
    </ConfirmButton>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: no group of form fields.
    <div role="group" aria-label={t("actions.label", { date: dateText })} className="flex flex-wrap gap-1">
      {actions.map((action) =>
        action === "restore" || action === "remove" ? (
          asking(action)
        ) : (
          <Button key={action} variant="ghost" size="sm" onClick={() => setOpen(action)}>
            <Icon name={ICON[action]} />
            {t(`actions.${action}`)}
          </Button>
        ),
      )}
      {open === "cancel" && <CancelDialog meeting={meeting} onClose={close} />}
      {(open === "change" || open === "makeUp") && (
        <MeetingDialog mode={open} meeting={meeting} today={today} onClose={close} />
      )}
    </div>
  );
}
