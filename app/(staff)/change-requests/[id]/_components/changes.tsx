import { getTranslations } from "next-intl/server";
import { Section } from "@/components/layout/section";
import { valueText } from "@/components/people/request-texts";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { Icon } from "@/components/ui/icon";
import type { RequestDto } from "@/lib/people/change-requests/schemas";
import { getFormat } from "@/lib/platform/i18n/get-formatter";

/** What is on file beside what is asked for; a value that moved since it was asked stands out. */
export async function Changes({ request }: { request: RequestDto }) {
  const [t, details, format] = await Promise.all([
    getTranslations("changeRequests"),
    getTranslations("personDetails"),
    getFormat(),
  ]);
  const words = { t, details, format };
  const waits = request.status === "PENDING";
  return (
    <Section title={t("request.changes")} framed>
      <ul className="divide-y">
        {request.fields.map(({ field, from, to, now, state }) => {
          const moved = waits && state === "changed";
          // A paper that is not on file yet: nothing stands beside what is asked for.
          const added = (waits ? now : from) === null && from === null;
          return (
            <li key={field} className={cn("grid gap-2 px-4 py-3", moved && "bg-warning-subtle")}>
              <p className="flex flex-wrap items-center gap-2 font-medium text-sm">
                {t(`fields.${field}`)}
                {moved ? <Badge variant="warning">{t("request.changed")}</Badge> : null}
                {waits && state === "already" ? <Badge>{t("request.already")}</Badge> : null}
              </p>
              {added ? (
                <p className="wrap-anywhere text-sm">{valueText(field, to, words) ?? t("request.nothing")}</p>
              ) : (
                <dl className="grid gap-3 text-sm sm:grid-cols-[1fr_auto_1fr] sm:items-start">
                  <div>
                    <dt className="text-muted-foreground text-xs">
                      {t(waits ? "request.now" : "request.was")}
                    </dt>
                    <dd className="wrap-anywhere">
                      {valueText(field, waits ? now : from, words) ?? (
                        <span className="text-muted-foreground">{t("request.nothing")}</span>
                      )}
                    </dd>
                    {moved ? (
                      <dd className="text-muted-foreground text-xs">
                        {t("request.was")}: {valueText(field, from, words) ?? t("request.nothing")}
                      </dd>
                    ) : null}
                  </div>
                  <Icon
                    name="arrow-right"
                    className="size-4 self-center text-muted-foreground max-sm:rotate-90"
                  />
                  <div>
                    <dt className="text-muted-foreground text-xs">{t("request.wanted")}</dt>
                    <dd className="wrap-anywhere font-medium">
                      {valueText(field, to, words) ?? t("request.nothing")}
                    </dd>
                  </div>
                </dl>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
