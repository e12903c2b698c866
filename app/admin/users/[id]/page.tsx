import type { Metadata } from "next";
import { AccountHead } from "./_components/account-head";
import { IdentitySection } from "./_components/identity-section";
import { loadAccount } from "./_components/load";
import { RoleSection } from "./_components/role-section";
import { SessionSection } from "./_components/session-section";

type Props = PageProps<"/admin/users/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadAccount(params)).account.displayName };
}

/** An account: who it is, which roles it has and had, where it is signed in. */
export default async function AccountPage({ params }: Props) {
  const found = await loadAccount(params);
  return (
    <>
      <AccountHead {...found} />
      <div className="grid max-w-6xl gap-x-12 gap-y-10 lg:grid-cols-2">
        <IdentitySection {...found} />
        <RoleSection {...found} />
        <div className="lg:col-span-2">
          <SessionSection {...found} />
        </div>
      </div>
    </>
  );
}
