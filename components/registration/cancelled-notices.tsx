import { getTranslations } from "next-intl/server";
import { courseTitle } from "@/components/classes/times-text";
import { Alert } from "@/components/ui/alert";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import type { CancelledNotice } from "@/lib/registration/cancel-class/own-notices";

/** On a student's home: classes in which they were and that are not held, with the reason and what comes next. */
export async function CancelledNotices({ notices }: { notices: readonly CancelledNotice[] }) {
  if (notices.length === 0) return null;
  const [t, format] = await Promise.all([getTranslations("cancelling.notice"), getFormat()]);
  return (
    <div className="mb-6 grid gap-3">
      {notices.map((each) => (
        <Alert
          key={each.classId}
          variant="warning"
          title={t("title", { class: `${each.code} ${each.section}` })}
        >
          <p>
            {t("text", {
              course: courseTitle(each, format),
              term: format.words(each.termName),
              date: format.date(each.cancelledOn),
            })}{" "}
            {each.reason ? t("reason", { reason: each.reason }) : null}
          </p>
          <p className="text-muted-foreground">{t("next")}</p>
        </Alert>
      ))}
    </div>
  );
}
