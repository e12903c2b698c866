"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmButton } from "@/components/feedback/confirm-button";
import { Button } from "@/components/ui/button";
import { removeProjectMember } from "@/lib/classes/projects/actions";
import type { ProjectStatus } from "@/lib/classes/projects/states";

const load = () => import("./project-dialogs");
const MoveDialog = dynamic(() => load().then((module) => module.MoveDialog), { ssr: false });
const AdvisorDialog = dynamic(() => load().then((module) => module.AdvisorDialog), { ssr: false });
const AddMemberDialog = dynamic(() => load().then((module) => module.AddMemberDialog), { ssr: false });

export type OfGroup = { id: number; version: number };
export type MoveProps = OfGroup & {
  now: string;
  today: string;
  moves: { value: ProjectStatus; label: string }[];
};
export type AdvisorProps = OfGroup & { advisor: { id: number; name: string; number: string } | null };

/** The next step of the project. */
export function ProjectMoveButton(props: MoveProps) {
  const t = useTranslations("projects.moves");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("open")}</Button>
      {open && <MoveDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Names the advisor, or another one. */
export function AdvisorButton(props: AdvisorProps) {
  const t = useTranslations("projects.advisor");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="ghost" size="sm" onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      {open && <AdvisorDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Takes a student in. */
export function AddMemberButton(props: OfGroup) {
  const t = useTranslations("projects.members");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="ghost" size="sm" onClick={() => setOpen(true)}>
        {t("add")}
      </Button>
      {open && <AddMemberDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

/** Lets a student leave, after a question. */
export function RemoveMemberButton({
  id,
  version,
  memberId,
  name,
}: OfGroup & { memberId: number; name: string }) {
  const t = useTranslations("projects.members");
  const router = useRouter();
  return (
    <ConfirmButton
      variant="ghost"
      size="sm"
      action={removeProjectMember}
      input={{ id, version, memberId }}
      title={t("removeTitle", { name })}
      what={t("removeWhat")}
      confirmLabel={t("remove")}
      doneText={t("removed")}
      onDone={() => router.refresh()}
      aria-label={t("removeOf", { name })}
      destructive
    >
      {t("remove")}
    </ConfirmButton>
  );
}
