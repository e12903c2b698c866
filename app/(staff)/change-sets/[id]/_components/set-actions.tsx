import { getTranslations } from "next-intl/server";
import { StepButton } from "@/components/change-sets/step-button";
import { UndoButton } from "@/components/change-sets/undo-button";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import type { Permission } from "@/lib/platform/access/permissions";
import type { ChangeSetDto } from "@/lib/platform/change-sets/schemas";

type Props = { actor: AccountActor; set: ChangeSetDto; permission: Permission };

/** The steps that are open to this person now. */
export async function SetActions({ actor, set, permission }: Props) {
  if (!can(actor, permission)) return null;
  const t = await getTranslations("changeSets");
  const rows = set.preview?.total ?? 0;
  if (set.status === "PREVIEWED" && rows > 0) {
    return (
      <StepButton
        step="apply"
        id={set.id}
        version={set.version}
        title={t("apply.title", { rows })}
        what={t("apply.what")}
        confirmLabel={t("apply.confirm")}
      >
        {t("apply.button", { rows })}
      </StepButton>
    );
  }
  if (set.status === "APPLIED" && set.outcome && can(actor, "change_sets:undo")) {
    return <UndoButton id={set.id} version={set.version} rows={set.outcome.total} />;
  }
  return null;
}
