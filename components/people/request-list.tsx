import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Badge, type BadgeVariant } from "@/components/ui/badge";
import type { OwnRequest } from "@/lib/people/change-requests/schemas";
import type { DataChangeStatus } from "@/lib/platform/db/generated/enums";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { changeTexts } from "./request-texts";

export const REQUEST_TONES: Record<DataChangeStatus, BadgeVariant> = {
  PENDING: "info",
  APPROVED: "success",
  REJECTED: "warning",
  WITHDRAWN: "default",
};

type Props = {
  requests: readonly OwnRequest[];
  /** Said when there are none. */
  none: string;
  /** What stands behind a request: taking it back, opening it. */
  action?: (request: OwnRequest) => ReactNode;
};

/** Requests of one person with what was asked and what became of it, the newest first. */
export async function RequestList({ requests, none, action }: Props) {
  const [t, details, format] = await Promise.all([
    getTranslations("changeRequests"),
    getTranslations("personDetails"),
    getFormat(),
  ]);
  if (requests.length === 0) return <p className="px-4 py-3 text-muted-foreground text-sm">{none}</p>;
  return (
    <ul className="divide-y">
      {requests.map((request) => (
        <li key={request.id} className="flex flex-wrap items-start gap-x-3 gap-y-2 px-4 py-cell text-sm">
          <div className="min-w-0 flex-1 basis-56">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
              {t(`topics.${request.topic}`)}
              <Badge variant={REQUEST_TONES[request.status]}>{t(`statuses.${request.status}`)}</Badge>
            </p>
            {changeTexts(request.changes, { t, details, format }).map((change) => (
              <p key={change.field} className="wrap-anywhere">
                <span className="text-muted-foreground">{change.label}:</span> {change.from ?? "—"} →{" "}
                <strong className="font-medium">{change.to ?? "—"}</strong>
              </p>
            ))}
            <p className="text-muted-foreground">
              {t(`outcome.${request.status}`, {
                date: format.dateTime(request.decidedAt ?? request.createdAt),
              })}
            </p>
            {request.decision ? (
              <p className="wrap-anywhere italic">{t("outcome.words", { text: request.decision })}</p>
            ) : null}
          </div>
          {action?.(request)}
        </li>
      ))}
    </ul>
  );
}
