import { getTranslations } from "next-intl/server";
import { Fact, Facts } from "@/components/layout/fact";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { findLettersFile } from "@/lib/messages/queries/letters";
import type { MergeDto } from "@/lib/messages/schemas";
import type { AccountActor } from "@/lib/platform/access/actor";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

/** The counts, and the letters where there are some. */
export async function MergeFacts({ actor, merge }: { actor: AccountActor; merge: MergeDto }) {
  const [t, format, file] = await Promise.all([
    getTranslations("mailings.detail"),
    getFormat(),
    findLettersFile(actor, merge),
  ]);
  const counts = [
    ["people", merge.people],
    ["sent", merge.sent],
    ["failed", merge.failed],
    ["skipped", merge.skipped],
    ["waiting", merge.waiting],
  ] as const;
  return (
    <div className="grid max-w-4xl gap-stack">
      <Facts>
        {counts
          .filter(([name, count]) => count > 0 || name === "people" || name === "sent")
          .map(([name, count]) => (
            <Fact key={name} label={t(name)} value={format.number(count)} />
          ))}
      </Facts>
      {file ? (
        <div>
          {/* Not a page: the browser must fetch it as a file. */}
          <a href={`/api/files/${file.id}`} download className={buttonVariants()}>
            <Icon name="download" />
            {t("download")}
          </a>
        </div>
      ) : null}
      {merge.fileId && !file ? <p className="text-muted-foreground text-sm">{t("gone")}</p> : null}
    </div>
  );
}
