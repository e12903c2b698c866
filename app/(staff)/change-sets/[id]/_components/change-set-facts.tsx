import { getTranslations } from "next-intl/server";
import { Fact, Facts } from "@/components/layout/fact";
import { Alert } from "@/components/ui/alert";
import type { ChangeSetDto } from "@/lib/platform/change-sets/schemas";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

/** Who, when, how much. */
export async function ChangeSetFacts({ set }: { set: ChangeSetDto }) {
  const [t, format] = await Promise.all([getTranslations("changeSets"), getFormat()]);
  const total = set.outcome?.total ?? set.preview?.total ?? null;
  const undo = set.outcome?.undo;
  const at = (label: string, instant: string | null) =>
    instant ? (
      <Fact label={label} value={<span className="text-base">{format.dateTime(instant)}</span>} />
    ) : null;
  return (
    <div className="grid gap-3">
      {set.status === "DRAFT" ? (
        <Alert variant="info" title={t("draft.title")}>
          {t("draft.text")}
        </Alert>
      ) : null}
      {set.status === "UNDONE" && undo ? (
        <Alert variant={undo.left > 0 ? "warning" : "success"} title={t("undone.title")}>
          {t("undone.text", { undone: undo.undone })}
        </Alert>
      ) : null}
      <Facts>
        <Fact label={t("facts.by")} value={<span className="text-base">{set.createdBy.name || "—"}</span>} />
        {at(t("facts.started"), set.createdAt)}
        {at(t("facts.checked"), set.previewedAt)}
        {at(t("facts.applied"), set.appliedAt)}
        {at(t("facts.undone"), set.undoneAt)}
        {total === null ? null : <Fact label={t("facts.rows")} value={format.number(total)} />}
      </Facts>
    </div>
  );
}
