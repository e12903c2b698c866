import { getTranslations } from "next-intl/server";
import { buttonVariants } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { ImportSummary } from "@/lib/people/imports/summary";

/** The file of rejected rows to mend and load again. */
export async function RejectedLink({ summary, prominent }: { summary: ImportSummary; prominent?: boolean }) {
  if (!summary.rejectedFileId) return null;
  const t = await getTranslations("import.result");
  return (
    <a
      href={`/api/files/${summary.rejectedFileId}`}
      download
      className={buttonVariants({ variant: prominent ? "outline" : "ghost" })}
    >
      <Icon name="download" />
      {t("rejectedFile")}
    </a>
  );
}
