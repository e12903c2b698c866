import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { explainPermission } from "@/lib/platform/access/effective";
import { PERMISSIONS } from "@/lib/platform/access/permissions";
import { AccountHead } from "../_components/account-head";
import { loadAccount } from "../_components/load";
import { AuthoritySection } from "./_components/authority-section";
import { RightList } from "./_components/right-list";

type Props = PageProps<"/admin/users/[id]/rights">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadAccount(params)).account.displayName };
}

/** Every right that exists: whether the account holds it today, and why. */
export default async function AccountRightsPage({ params }: Props) {
  const found = await loadAccount(params);
  const { account } = found;
  const t = await getTranslations("users.rights");
  const rights = PERMISSIONS.map((permission) => ({
    permission,
    ...explainPermission(permission, {
      disabled: account.status === "DISABLED",
      assignments: account.assignments,
    }),
  }));
  const held = rights.filter(({ value }) => value);
  const others = rights.filter(({ value }) => !value);
  return (
    <>
      <AccountHead {...found} />
      <p className="mb-stack max-w-prose text-muted-foreground text-sm">{t("lead")}</p>
      <div className="grid max-w-6xl gap-x-12 gap-y-10 lg:grid-cols-2">
        <RightList title={t("has", { count: held.length })} rights={held} />
        <RightList title={t("hasNot", { count: others.length })} rights={others} />
      </div>
      <AuthoritySection actor={found.actor} accountId={account.id} />
    </>
  );
}
