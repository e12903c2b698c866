import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { Alert } from "@/components/ui/alert";
import { keycloak } from "@/lib/platform/auth/keycloak/config";
import { requirePage } from "@/lib/platform/auth/page";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { CreateForm } from "./_components/create-form";

export async function generateMetadata(): Promise<Metadata> {
  await requirePage("access:manage_accounts");
  return { title: (await getTranslations("users.create"))("title") };
}

/** The form that makes a local account; where the identity provider keeps the accounts, the way to it. */
export default async function NewAccountPage() {
  await requirePage("access:manage_accounts");
  const t = await getTranslations("users");
  return (
    <>
      <PageHeader
        title={t("create.title")}
        description={keycloak() ? undefined : t("create.lead")}
        crumbs={{ label: t("title"), items: [{ label: t("title"), href: "/admin/users" }] }}
      />
      {keycloak() ? (
        <Alert variant="info">{t("create.elsewhere")}</Alert>
      ) : (
        <ClientMessages namespaces={["forms", "users.create", "users.password"]}>
          <CreateForm />
        </ClientMessages>
      )}
    </>
  );
}
