import { getTranslations } from "next-intl/server";
import { SessionItem } from "@/components/account/session-item";
import { ConfirmButton } from "@/components/feedback/confirm-button";
import { ItemList } from "@/components/layout/list-item";
import { Section } from "@/components/layout/section";
import { Badge } from "@/components/ui/badge";
import { signOutEverywhere } from "@/lib/platform/auth/account-actions";
import type { SessionView } from "@/lib/platform/auth/session-list";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { EndSessionButton } from "./end-session-button";

/** The browsers in which the person is signed in, each with a way to end it, and one to end all. */
export async function SessionSection({ sessions }: { sessions: SessionView[] }) {
  const [account, roles, format] = await Promise.all([
    getTranslations("account"),
    getTranslations("roles"),
    getFormat(),
  ]);
  const words = { account, roles, format, now: new Date() };
  return (
    <Section
      title={account("sessions.title")}
      detail={format.number(sessions.length)}
      framed
      actions={
        <ConfirmButton
          variant="outline"
          size="sm"
          destructive
          action={signOutEverywhere}
          input={{}}
          title={account("sessions.everywhereTitle")}
          what={account("sessions.everywhereWhat", { count: sessions.length })}
          confirmLabel={account("sessions.everywhereConfirm")}
        >
          {account("sessions.everywhere")}
        </ConfirmButton>
      }
    >
      <ItemList>
        {sessions.map((session) => (
          <SessionItem
            key={session.id}
            session={session}
            words={words}
            trail={(device) =>
              session.current ? (
                <Badge variant="success">{account("sessions.this")}</Badge>
              ) : (
                <EndSessionButton
                  sessionId={session.id}
                  texts={{
                    end: account("sessions.end"),
                    label: account("sessions.endLabel", { device }),
                    ended: account("sessions.ended"),
                  }}
                />
              )
            }
          />
        ))}
      </ItemList>
    </Section>
  );
}
