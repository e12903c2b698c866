import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import type { ClassHeader } from "@/lib/classes/schemas";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

/** Says of a class that is not held since when, and why. */
export async function CancelledAlert({ found }: { found: ClassHeader }) {
  if (found.status !== "CANCELLED" || found.cancelledOn === null) return null;
  const [t, format] = await Promise.all([getTranslations("cancelling"), getFormat()]);
  return (
    <Alert
      variant="warning"
      title={t("cancelledOn", { date: format.date(found.cancelledOn) })}
      className="mb-stack"
    >
      {found.cancelReason ? t("why", { reason: found.cancelReason }) : null}
    </Alert>
  );
}
