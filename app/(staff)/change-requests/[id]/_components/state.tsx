import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import type { RequestDto } from "@/lib/people/change-requests/schemas";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

/** Where the request stands: moved on since it was asked, or how and by whom it was decided. */
export async function State({ request }: { request: RequestDto }) {
  const [t, all, format] = await Promise.all([
    getTranslations("changeRequests.outcome"),
    getTranslations("changeRequests.request"),
    getFormat(),
  ]);
  const { status, decidedAt, decidedBy, decision, fields } = request;
  if (status === "PENDING") {
    if (!fields.some(({ state }) => state === "changed")) return null;
    return (
      <Alert variant="warning" title={all("stale")}>
        {all("staleText")}
      </Alert>
    );
  }
  const date = format.dateTime(decidedAt ?? request.createdAt);
  const name = decidedBy ?? "";
  const text =
    status === "APPROVED"
      ? t("approvedBy", { name, date })
      : status === "REJECTED"
        ? t("rejectedBy", { name, date })
        : t("withdrawn", { date });
  return (
    <Alert variant={status === "APPROVED" ? "success" : status === "REJECTED" ? "warning" : "info"}>
      <p>{text}</p>
      {decision ? <p className="wrap-anywhere italic">{t("words", { text: decision })}</p> : null}
    </Alert>
  );
}
