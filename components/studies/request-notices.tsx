import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { buttonVariants } from "@/components/ui/button";
import type { StudentRequest } from "@/lib/approvals/student-requests";
import type { LeaveKind } from "@/lib/platform/db/generated/enums";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

/** What was asked for about a student's studies and still waits for the academic director. */
export async function RequestNotices({ requests }: { requests: readonly StudentRequest[] }) {
  const [t, kinds, format] = await Promise.all([
    getTranslations("programmes"),
    getTranslations("approvals.kinds.studies"),
    getFormat(),
  ]);
  const about = ({ kind, payload }: StudentRequest) => {
    const { programme, startsOn, returnsOn } = payload;
    if (kind === "studies.change-major") {
      return `${kinds("change-major.name")}${programme ? `: ${format.words(programme)}` : ""}`;
    }
    const leave = payload.kind ? t(`leave.kinds.${payload.kind as LeaveKind}`) : "";
    const days =
      startsOn && returnsOn
        ? t("leave.days", { from: format.date(startsOn), to: format.date(returnsOn) })
        : "";
    return `${kinds("grant-leave.name")}: ${[leave, days].filter(Boolean).join(" · ")}`;
  };
  return requests.map((request) => (
    <Alert
      key={request.id}
      variant="info"
      title={`${t("waits")} · ${about(request)}`}
      action={
        request.href && (
          <Link
            href={request.href}
            prefetch={false}
            className={buttonVariants({ variant: "outline", size: "sm" })}
          >
            {t("openRequest")}
          </Link>
        )
      }
    >
      <p>{t("waitsUntil", { name: request.makerName, date: format.dateTime(request.expiresAt) })}</p>
      <p className="text-muted-foreground">{request.reason}</p>
    </Alert>
  ));
}
