"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";

const AssignDialog = dynamic(() => import("./position-dialogs").then((module) => module.AssignDialog), {
  ssr: false,
});
const EndDialog = dynamic(() => import("./position-dialogs").then((module) => module.EndDialog), {
  ssr: false,
});
const DelegateDialog = dynamic(() => import("./position-dialogs").then((module) => module.DelegateDialog), {
  ssr: false,
});
const TakeBackDialog = dynamic(() => import("./position-dialogs").then((module) => module.TakeBackDialog), {
  ssr: false,
});

/** The assignment that a dialog is about; days are YYYY-MM-DD. */
export type AssignmentFacts = {
  id: number;
  version: number;
  position: string;
  holder: string;
  delegate: string | null;
  validFrom: string;
  lastDay: string | null;
  today: string;
};

/** Assigns somebody to a position. */
export function AssignButton({
  positionId,
  position,
  today,
}: {
  positionId: number;
  position: string;
  today: string;
}) {
  const t = useTranslations("positions.assign");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      {open && (
        <AssignDialog
          positionId={positionId}
          position={position}
          today={today}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

type Can = { end: boolean; delegate: boolean; takeBack: boolean };

/** What can be done with an assignment: end it, hand its authority on, take that back. */
export function AssignmentActions({ assignment, can }: { assignment: AssignmentFacts; can: Can }) {
  const t = useTranslations("positions");
  const [open, setOpen] = useState<keyof Can | null>(null);
  const close = () => setOpen(null);
  const button = (what: keyof Can, label: string) =>
    can[what] && (
      <Button
        variant="ghost"
        size="sm"
        onClick={() => setOpen(what)}
        aria-label={`${label} ${assignment.holder}`}
      >
        {label}
      </Button>
    );
  return (
    <span className="ml-auto flex gap-1" data-print="hide">
      {button("takeBack", t("takeBack.open"))}
      {button("delegate", t("delegate.open"))}
      {button("end", t("end.open"))}
      {open === "end" && <EndDialog assignment={assignment} onClose={close} />}
      {open === "delegate" && <DelegateDialog assignment={assignment} onClose={close} />}
      {open === "takeBack" && <TakeBackDialog assignment={assignment} onClose={close} />}
    </span>
  );
}
