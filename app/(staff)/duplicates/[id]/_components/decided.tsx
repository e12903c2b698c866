import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import type { DuplicatePair } from "@/lib/people/duplicates/schemas";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { ReopenButton } from "./reopen-button";

/** What was decided, by whom and why; for one person on file twice what to do until records can be merged. */
export async function Decided({ pair, decides }: { pair: DuplicatePair; decides: boolean }) {
  const [t, format] = await Promise.all([getTranslations("duplicates.decided"), getFormat()]);
  const { status, decidedAt, decidedBy, note } = pair;
  if (status === "OPEN" || decidedAt === null) return null;
  const date = format.dateTime(decidedAt);
  return (
    <Alert
      variant={status === "SAME" ? "warning" : "info"}
      title={t(status)}
      action={
        decides ? (
          <ReopenButton
            id={pair.id}
            version={pair.version}
            texts={{
              button: t("reopen"),
              title: t("reopenTitle"),
              what: t("reopenWhat"),
              confirm: t("reopenConfirm"),
            }}
          />
        ) : null
      }
    >
      <p>{decidedBy ? t("by", { name: decidedBy, date }) : t("bySystem", { date })}</p>
      {note ? <p className="wrap-anywhere italic">{t("note", { note })}</p> : null}
      {status === "SAME" ? <p>{t("sameTodo")}</p> : null}
    </Alert>
  );
}
