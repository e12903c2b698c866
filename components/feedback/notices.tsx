import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Alert } from "@/components/ui/alert";

/** What is shown is older than what is stored. `action` shows the new version. */
export async function StaleNotice({ action }: { action?: ReactNode }) {
  const t = await getTranslations("states.stale");
  return (
    <Alert variant="warning" title={t("title")} action={action}>
      <p>{t("text")}</p>
      <p>{t("keep")}</p>
    </Alert>
  );
}

/** The connection is gone and the page shows what it had. */
export async function OfflineNotice({ action }: { action?: ReactNode }) {
  const t = await getTranslations("states.offline");
  return (
    <Alert variant="warning" title={t("title")} action={action}>
      {t("text")}
    </Alert>
  );
}
