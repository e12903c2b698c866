import { getTranslations } from "next-intl/server";
import { SessionItem } from "@/components/account/session-item";
import { ItemList } from "@/components/layout/list-item";
import { Section } from "@/components/layout/section";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import { isRole } from "@/lib/platform/access/roles";
import type { AccountRecord } from "@/lib/platform/accounts/schemas";
import { readSessions } from "@/lib/platform/auth/session-list";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getFormat } from "@/lib/platform/i18n/get-formatter";
import { EndAllButton } from "./end-all-button";
import { EndSession } from "./end-session";

/** The browsers that are signed in with the account, and the ways to end them. */
export async function SessionSection({ actor, account }: { actor: AccountActor; account: AccountRecord }) {
  const [t, words, roles, format, sessions] = await Promise.all([
    getTranslations("users.sessions"),
    getTranslations("account"),
    getTranslations("roles"),
    getFormat(),
    readSessions(account.id, account.roles.filter(isRole), actor.sessionId),
  ]);
  const manages = can(actor, "access:manage_accounts");
  const told = { account: words, roles, format, now: new Date() };
  return (
    <Section
      title={t("title")}
      detail={format.number(sessions.length)}
      framed
      actions={
        manages && sessions.length > 0 ? (
          <ClientMessages namespaces={["forms", "users.sessions"]}>
            <EndAllButton id={account.id} name={account.displayName} />
          </ClientMessages>
        ) : undefined
      }
    >
      {sessions.length === 0 ? (
        <p className="px-4 py-3 text-muted-foreground text-sm">{t("none")}</p>
      ) : (
        <ItemList>
          {sessions.map((session) => (
            <SessionItem
              key={session.id}
              session={session}
              words={told}
              trail={(device) =>
                manages ? (
                  <EndSession
                    id={account.id}
                    sessionId={session.id}
                    texts={{
                      end: t("end"),
                      label: t("endLabel", { device }),
                      title: t("endTitle"),
                      what: t("endWhat", { device }),
                      confirm: t("endConfirm"),
                      ended: t("ended"),
                    }}
                  />
                ) : null
              }
            />
          ))}
        </ItemList>
      )}
    </Section>
  );
}
