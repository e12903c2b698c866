"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { TeacherField } from "@/components/classes/teacher-field";
import { ActionForm } from "@/components/forms/action-form";
import { FieldsDialog } from "@/components/forms/fields-dialog";
import { SubmitButton } from "@/components/forms/submit-button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast-store";
import { addProjectMember, editProject, moveProject } from "@/lib/classes/projects/actions";
import type { ProjectStatus } from "@/lib/classes/projects/states";
import type { AdvisorProps, MoveProps, OfGroup } from "./project-buttons";

type Close = { onClose(): void };

/** Which step, on which day, why. */
export function MoveDialog({ id, version, now, today, moves, onClose }: MoveProps & Close) {
  const t = useTranslations("projects.moves");
  return (
    <FieldsDialog
      id={`move-project-${id}`}
      title={t("title")}
      what={t("now", { status: now })}
      fields={[
        { name: "to", label: t("to"), kind: "select", options: moves, empty: t("choose") },
        { name: "on", label: t("on"), kind: "date", max: today },
        { name: "reason", label: t("reason"), kind: "reason" },
      ]}
      defaults={{ to: "", on: today, reason: "" }}
      action={moveProject}
      toInput={(values) => ({
        id,
        version,
        to: values.to as ProjectStatus,
        on: values.on ?? "",
        reason: values.reason ?? "",
      })}
      submit={t("submit")}
      done={t("done")}
      onClose={onClose}
    />
  );
}

export function AdvisorDialog({ id, version, advisor, onClose }: AdvisorProps & Close) {
  const t = useTranslations("projects.advisor");
  const router = useRouter();
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("title")}>
      <ActionForm
        id={`project-advisor-${id}`}
        action={editProject}
        keepDraft={false}
        defaultValues={{ advisorId: advisor ? String(advisor.id) : "" }}
        toInput={(values) => ({ ...values, id, version })}
        onSuccess={() => {
          onClose();
          toast.success(t("saved"));
          router.refresh();
        }}
      >
        <TeacherField name="advisorId" label={t("teacher")} chosen={advisor} />
        <SubmitButton>{t("save")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}

export function AddMemberDialog({ id, version, onClose }: OfGroup & Close) {
  const t = useTranslations("projects.members");
  return (
    <FieldsDialog
      id={`project-member-${id}`}
      title={t("addTitle")}
      what={null}
      fields={[{ name: "student", label: t("number"), kind: "text", maxLength: 10, numeric: true }]}
      defaults={{ student: "" }}
      action={addProjectMember}
      toInput={(values) => ({ id, version, student: values.student ?? "" })}
      submit={t("submit")}
      done={t("added")}
      onClose={onClose}
    />
  );
}
