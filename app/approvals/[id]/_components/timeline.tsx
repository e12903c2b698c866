import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import type { ApprovalDto } from "@/lib/approvals/schemas";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

/** Who asked, and how it ended, newest first; the row is its own history, since nobody changes a request. */
export async function Timeline({ request }: { request: ApprovalDto }) {
  const [t, format] = await Promise.all([getTranslations("approvals"), getFormat()]);
  const { status, maker, checker, decisionReason } = request;
  const end = {
    PENDING: null,
    APPROVED: t("events.approved", { name: checker?.name ?? "" }),
    REJECTED: t("events.rejected", { name: checker?.name ?? "" }),
    WITHDRAWN: t("events.withdrawn", { name: maker.name }),
    EXPIRED: t("events.expired"),
  }[status];
  const events = [
    ...(end
      ? [
          {
            at: status === "EXPIRED" ? request.expiresAt : request.decidedAt,
            text: end,
            reason: decisionReason,
          },
        ]
      : []),
    { at: request.createdAt, text: t("events.asked", { name: maker.name }), reason: request.reason },
  ];
  return (
    <Section title={t("detail.history")} framed className="max-lg:order-3">
      <ol className="divide-y">
        {events.map(({ at, text, reason }) => (
          <li key={text} className="px-4 py-3 text-sm">
            <p className="font-medium">{text}</p>
            {at ? (
              <time dateTime={at} className="tabular text-muted-foreground">
                {format.dateTime(at)}
              </time>
            ) : null}
            {reason ? <p className="wrap-anywhere mt-1 italic">{t("events.reason", { reason })}</p> : null}
          </li>
        ))}
      </ol>
    </Section>
  );
}
