import { getTranslations } from "next-intl/server";
import { ConfirmButton } from "@/components/feedback/confirm-button";
import { ItemList, ListItem } from "@/components/layout/list-item";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { Icon } from "@/components/ui/icon";
import { signOutEverywhere } from "@/lib/platform/auth/account-actions";
import type { Device } from "@/lib/platform/auth/device";
import type { SessionView } from "@/lib/platform/auth/session-list";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { EndSessionButton } from "./end-session-button";

const PHONES = new Set(["iPhone", "Android"]);

/** The browsers in which the person is signed in, each with a way to end it, and one to end all. */
export async function SessionSection({ sessions }: { sessions: SessionView[] }) {
  const [t, format] = await Promise.all([getTranslations("account.sessions"), getFormat()]);
  const now = new Date();
  return (
    <Section
      title={t("title")}
      detail={format.number(sessions.length)}
      framed
      actions={
        <ConfirmButton
          variant="outline"
          size="sm"
          destructive
          action={signOutEverywhere}
          input={{}}
          title={t("everywhereTitle")}
          what={t("everywhereWhat", { count: sessions.length })}
          confirmLabel={t("everywhereConfirm")}
        >
          {t("everywhere")}
        </ConfirmButton>
      }
    >
      <ItemList>
        {sessions.map((session) => {
          const device = deviceName(session.device, t);
          const details = [
            t("seen", { when: format.relative(session.lastSeenAt, now) }),
            t("started", { when: format.dateTime(session.startedAt) }),
            session.ip ? t("from", { address: session.ip }) : null,
          ];
          return (
            <ListItem
              key={session.id}
              lead={
                <Icon
                  name={PHONES.has(session.device.system ?? "") ? "phone" : "monitor"}
                  className="size-5 shrink-0 text-muted-foreground"
                />
              }
              title={device}
              detail={details.filter(Boolean).join(" · ")}
              trail={
                session.current ? (
                  <Badge variant="success">{t("this")}</Badge>
                ) : (
                  <EndSessionButton
                    sessionId={session.id}
                    texts={{ end: t("end"), label: t("endLabel", { device }), ended: t("ended") }}
                  />
                )
              }
            />
          );
        })}
      </ItemList>
    </Section>
  );
}

type DeviceTexts = (key: "device" | "unknown", values?: Record<string, string>) => string;

/** "Firefox on Android", or what of it is known. */
export function deviceName({ browser, system }: Device, t: DeviceTexts): string {
  if (browser && system) return t("device", { browser, system });
  return browser ?? system ?? t("unknown");
}
