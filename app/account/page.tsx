import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { OwnDataSection } from "@/components/people/own-data-section";
import { listOwnDataFiles } from "@/lib/people/own-data/queries";
import { can } from "@/lib/platform/access/actor";
import { requirePage } from "@/lib/platform/auth/page";
import { hasPassword, listSessions, listSignIns } from "@/lib/platform/auth/session-list";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { LifetimeSection } from "./_components/lifetime-section";
import { PasswordSection } from "./_components/password-section";
import { ScreenSection } from "./_components/screen-section";
import { SessionSection } from "./_components/session-section";
import { SignInSection } from "./_components/sign-in-section";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

/** The person's own account (own data as a file stand on /my/profile, for who has that page): how the screen looks, the password, where they are signed in. */
export default async function AccountPage() {
  const actor = await requirePage("signed_in");
  const [t, roles, sessions, signIns, password, files] = await Promise.all([
    getTranslations("account"),
    getTranslations("roles"),
    listSessions(actor),
    listSignIns(actor),
    hasPassword(actor),
    actor.personId === null || can(actor, "people:edit_own") ? null : listOwnDataFiles(actor, actor.personId),
  ]);
  return (
    <ClientMessages namespaces={["forms"]}>
      <PageHeader
        title={t("title")}
        description={t("lead", { email: actor.email, role: roles(actor.role) })}
      />
      <div className="grid max-w-5xl gap-x-12 gap-y-10 lg:grid-cols-2">
        <ScreenSection actor={actor} />
        <PasswordSection exists={password} />
        <SessionSection sessions={sessions} />
        <div className="flex min-w-0 flex-col gap-y-10">
          <SignInSection signIns={signIns} />
          <LifetimeSection roles={actor.roles} />
          {files ? <OwnDataSection of={null} files={files} /> : null}
        </div>
      </div>
    </ClientMessages>
  );
}
