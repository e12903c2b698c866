"use client";

import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { FieldsDialog } from "@/components/forms/fields-dialog";
import { Alert } from "@/components/ui/alert";
import { requestLeave, requestMajorChange } from "@/lib/approvals/actions";
import type { CycleChangeEnd, LeaveKind } from "@/lib/platform/db/generated/enums";
import { cancelLeave, declareMajor, endCycleChange, returnFromLeave } from "@/lib/studies/actions";
import { CYCLE_ENDS, LEAVE_KINDS } from "@/lib/studies/schemas";
import type { Asked, MajorChoice } from "./asked";

type Of<Kind extends Asked["kind"]> = Extract<Asked, { kind: Kind }>;
type Props<Kind extends Asked["kind"]> = { asked: Of<Kind>; onClose(): void };
type Matter = "declare" | "change" | "endCycle" | "leave" | "return" | "cancel";

/** The dialogs beside the programmes: major, changes of cycle, leaves. */
export function MatterDialog({ asked, onClose }: Props<Matter>) {
  switch (asked.kind) {
    case "declare":
      return <DeclareDialog asked={asked} onClose={onClose} />;
    case "change":
      return <ChangeDialog asked={asked} onClose={onClose} />;
    case "endCycle":
      return <EndCycleDialog asked={asked} onClose={onClose} />;
    case "leave":
      return <LeaveDialog asked={asked} onClose={onClose} />;
    case "return":
      return <ReturnDialog asked={asked} onClose={onClose} />;
    case "cancel":
      return <CancelDialog asked={asked} onClose={onClose} />;
  }
}

/** Courses of the last months that would not belong to the chosen major: worth a look, never a refusal. */
function Misfits({ majors }: { majors: readonly MajorChoice[] }) {
  const t = useTranslations("programmes.major");
  const code = useWatch({ name: "programmeCode" });
  const misfits = majors.find((major) => major.value === code)?.misfits ?? [];
  if (misfits.length === 0) return null;
  return <Alert variant="warning">{t("misfits", { courses: misfits.join(", ") })}</Alert>;
}

function DeclareDialog({ asked, onClose }: Props<"declare" | "change">) {
  const t = useTranslations("programmes.major");
  const words = useTranslations("programmes");
  const { number, majors } = asked;
  return (
    <FieldsDialog
      id={`major-declare-${number}`}
      title={t("declareTitle")}
      what={t("declareWhat")}
      fields={[
        {
          name: "programmeCode",
          label: t("wanted"),
          kind: "select",
          options: majors,
          empty: words("choose"),
        },
      ]}
      defaults={{ programmeCode: "" }}
      action={declareMajor}
      toInput={({ programmeCode = "" }) => ({ number, programmeCode })}
      submit={t("submitDeclare")}
      done={t("declared")}
      onClose={onClose}
    >
      <Misfits majors={majors} />
    </FieldsDialog>
  );
}

function ChangeDialog({ asked, onClose }: Props<"declare" | "change">) {
  const t = useTranslations("programmes.major");
  const words = useTranslations("programmes");
  const { number, majors } = asked;
  return (
    <FieldsDialog
      id={`major-change-${number}`}
      title={t("changeTitle")}
      what={t("changeWhat")}
      fields={[
        {
          name: "programmeCode",
          label: t("wantedNew"),
          kind: "select",
          options: majors,
          empty: words("choose"),
        },
        { name: "reason", label: t("reason"), help: t("reasonHelp"), kind: "reason" },
      ]}
      defaults={{ programmeCode: "", reason: "" }}
      action={requestMajorChange}
      toInput={({ programmeCode = "", reason = "" }) => ({ number, programmeCode, reason })}
      submit={t("submitChange")}
      done={words("requested")}
      onClose={onClose}
    >
      <Misfits majors={majors} />
    </FieldsDialog>
  );
}

function EndCycleDialog({ asked, onClose }: Props<"endCycle">) {
  const t = useTranslations("programmes.cycle");
  const words = useTranslations("programmes");
  const { number, id, version, what, since, today } = asked;
  return (
    <FieldsDialog
      id={`cycle-end-${id}`}
      title={t("endTitle", { kind: what })}
      what={t("endWhat")}
      fields={[
        { name: "endedOn", label: t("endedOn"), kind: "date", min: since, max: today },
        {
          name: "endReason",
          label: t("endReason"),
          kind: "select",
          options: CYCLE_ENDS.map((value) => ({ value, label: t(`ends.${value}`) })),
        },
        { name: "reason", label: words("reason"), help: words("reasonHelp"), kind: "reason" },
      ]}
      defaults={{ endedOn: today, endReason: "OTHER", reason: "" }}
      action={endCycleChange}
      toInput={({ endedOn = "", endReason, reason = "" }) => ({
        number,
        id,
        version,
        endedOn,
        reason,
        endReason: endReason as CycleChangeEnd,
      })}
      submit={t("end")}
      done={t("ended")}
      onClose={onClose}
    />
  );
}

function LeaveDialog({ asked, onClose }: Props<"leave">) {
  const t = useTranslations("programmes.leave");
  const words = useTranslations("programmes");
  const { number, today } = asked;
  return (
    <FieldsDialog
      id={`leave-${number}`}
      title={t("requestTitle")}
      what={t("requestWhat")}
      fields={[
        {
          name: "kind",
          label: t("kind"),
          kind: "select",
          options: LEAVE_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) })),
        },
        { name: "startsOn", label: t("startsOn"), kind: "date" },
        { name: "returnsOn", label: t("returnsOn"), kind: "date", min: today },
        { name: "reason", label: t("reason"), help: t("reasonHelp"), kind: "reason" },
      ]}
      defaults={{ kind: "MEDICAL", startsOn: today, returnsOn: "", reason: "" }}
      action={requestLeave}
      toInput={({ kind, startsOn = "", returnsOn = "", reason = "" }) => ({
        number,
        startsOn,
        returnsOn,
        reason,
        kind: kind as LeaveKind,
      })}
      submit={t("submit")}
      done={words("requested")}
      onClose={onClose}
    />
  );
}

function ReturnDialog({ asked, onClose }: Props<"return">) {
  const t = useTranslations("programmes.leave");
  const { number, id, version, since, until, today } = asked;
  const latest = until < today ? until : today;
  return (
    <FieldsDialog
      id={`leave-return-${id}`}
      title={t("returnTitle")}
      what={t("returnWhat")}
      fields={[{ name: "returnedOn", label: t("returnedOn"), kind: "date", min: since, max: latest }]}
      defaults={{ returnedOn: latest }}
      action={returnFromLeave}
      toInput={({ returnedOn = "" }) => ({ number, id, version, returnedOn })}
      submit={t("returnSubmit")}
      done={t("returned")}
      onClose={onClose}
    />
  );
}

function CancelDialog({ asked, onClose }: Props<"cancel">) {
  const t = useTranslations("programmes.leave");
  const words = useTranslations("programmes");
  const { number, id, version } = asked;
  return (
    <FieldsDialog
      id={`leave-cancel-${id}`}
      title={t("cancelTitle")}
      what={t("cancelWhat")}
      fields={[{ name: "reason", label: words("reason"), help: words("reasonHelp"), kind: "reason" }]}
      defaults={{ reason: "" }}
      action={cancelLeave}
      toInput={({ reason = "" }) => ({ number, id, version, reason })}
      submit={t("cancelSubmit")}
      done={t("cancelled")}
      onClose={onClose}
    />
  );
}
