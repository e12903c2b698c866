import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { LinkTabs } from "@/components/ui/tabs";
import { type AccountActor, can } from "@/lib/platform/access/actor";
import type { AccountRecord } from "@/lib/platform/accounts/schemas";
import { keycloak } from "@/lib/platform/auth/keycloak/config";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { AccountButtons } from "./account-buttons";

type Props = { actor: AccountActor; account: AccountRecord };

/** Whose account it is, whether it is open, what can be done with it, and its tabs. */
export async function AccountHead({ actor, account }: Props) {
  const t = await getTranslations("users");
  const path = `/admin/users/${account.id}`;
  const own = account.id === actor.accountId;
  const manages = can(actor, "access:manage_accounts");
  return (
    <>
      <PageHeader
        title={account.displayName}
        detail={
          account.status === "DISABLED" ? <Badge variant="danger">{t("statuses.DISABLED")}</Badge> : undefined
        }
        description={account.email}
        crumbs={{ label: t("title"), items: [{ label: t("title"), href: "/admin/users" }] }}
        actions={
          manages && !own ? (
            <ClientMessages
              namespaces={[
                "forms",
                "users.disable",
                "users.enable",
                "users.reset",
                "users.password",
                "users.sessions",
              ]}
            >
              <AccountButtons
                id={account.id}
                version={account.version}
                name={account.displayName}
                disabled={account.status === "DISABLED"}
                resettable={!keycloak() && account.source !== "persona" && !account.hasSubject}
              />
            </ClientMessages>
          ) : null
        }
      />
      {account.status === "DISABLED" ? (
        <Alert variant="warning" className="mb-stack">
          {t("closed")}
        </Alert>
      ) : null}
      {manages && own ? (
        <Alert variant="info" className="mb-stack">
          {t("own")}
        </Alert>
      ) : null}
      <div className="mb-stack">
        <LinkTabs
          label={t("tabs.label")}
          tabs={[
            { href: path, label: t("tabs.overview"), exact: true },
            { href: `${path}/rights`, label: t("tabs.rights") },
            { href: `${path}/sign-ins`, label: t("tabs.signIns") },
            { href: `${path}/history`, label: t("tabs.history") },
          ]}
        />
      </div>
    </>
  );
}
