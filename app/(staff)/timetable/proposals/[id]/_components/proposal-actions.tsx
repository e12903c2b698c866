"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ConfirmButton } from "@/components/feedback/confirm-button";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { discardProposal, startApplyProposal } from "@/lib/classes/draft-timetable/actions";
import { AcceptAll } from "./decision-buttons";

type Props = { id: number; version: number; accepted: number; open: number };

/** What can be done with a draft that is to be decided; applying leads to the change set that shows what would be. */
export function ProposalActions({ id, version, accepted, open }: Props) {
  const t = useTranslations("draftTimetable.actions");
  const router = useRouter();
  const { run, pending } = useAction(startApplyProposal, {
    onSuccess: ({ changeSetId }) => router.push(`/change-sets/${changeSetId}`),
  });
  return (
    <>
      <ConfirmButton
        variant="ghost"
        action={discardProposal}
        input={{ id, version }}
        title={t("discardTitle")}
        what={t("discardWhat")}
        confirmLabel={t("discard")}
        doneText={t("discarded")}
        onDone={() => router.refresh()}
        destructive
      >
        {t("discard")}
      </ConfirmButton>
      {open > 0 && <AcceptAll id={id} />}
      {accepted > 0 && (
        <Button disabled={pending} onClick={() => run({ id, version })}>
          {t("apply", { count: accepted })}
        </Button>
      )}
    </>
  );
}
