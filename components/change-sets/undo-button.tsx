import { getTranslations } from "next-intl/server";
import { Icon } from "@/components/ui/icon";
import { StepButton } from "./step-button";

/** Takes an applied set back, after a question that names how many rows it changed. */
export async function UndoButton({ id, version, rows }: { id: number; version: number; rows: number }) {
  const t = await getTranslations("changeSets.undo");
  return (
    <StepButton
      step="undo"
      id={id}
      version={version}
      count={rows}
      title={t("title", { rows })}
      what={t("what")}
      confirmLabel={t("confirm")}
      destructive
      variant="ghost"
    >
      <Icon name="undo-2" />
      {t("button")}
    </StepButton>
  );
}
