import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { findApprovalKind } from "@/lib/approvals/define";
import type { ApprovalDto } from "@/lib/approvals/schemas";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

/** Where the request stands, in a sentence: until when it waits, or how it ended and what came of it. */
export async function StateAlert({ request, unreadable }: { request: ApprovalDto; unreadable: boolean }) {
  const [t, format] = await Promise.all([getTranslations("approvals.detail"), getFormat()]);
  const { status, checker, maker, decisionReason: reason } = request;
  const date = format.dateTime(request.decidedAt ?? request.expiresAt);
  if (unreadable && status === "PENDING") return <Alert variant="warning">{t("outdated")}</Alert>;
  switch (status) {
    case "PENDING":
      return <Alert variant="info">{t("waits", { date })}</Alert>;
    case "APPROVED": {
      const href = await findApprovalKind(request.kind)?.resultHref?.(request.id);
      return (
        <Alert
          variant="success"
          title={t("approved.title")}
          action={
            href ? (
              <Link className="link" href={href} prefetch={false}>
                {t("result")}
              </Link>
            ) : null
          }
        >
          {t("approved.text", { name: checker?.name ?? "", date })}
        </Alert>
      );
    }
    case "REJECTED":
      return (
        <Alert variant="warning" title={t("rejected.title")}>
          {t("rejected.text", { name: checker?.name ?? "", date, reason: reason ?? "" })}
        </Alert>
      );
    case "WITHDRAWN":
      return (
        <Alert variant="info" title={t("withdrawn.title")}>
          {t("withdrawn.text", { name: maker.name, date })}
        </Alert>
      );
    case "EXPIRED":
      return (
        <Alert variant="warning" title={t("expired.title")}>
          {t("expired.text", { date: format.dateTime(request.expiresAt) })}
        </Alert>
      );
  }
}
