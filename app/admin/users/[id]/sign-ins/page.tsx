import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadSignInParams } from "@/lib/platform/accounts/sign-in-params";
import { listSignInEvents } from "@/lib/platform/accounts/sign-ins";
import { flatParams } from "@/lib/platform/url/href";
import { ListForm } from "../../../_components/list-form";
import { SignInTable } from "../../../_components/sign-in-table";
import { AccountHead } from "../_components/account-head";
import { loadAccount } from "../_components/load";

type Props = PageProps<"/admin/users/[id]/sign-ins">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadAccount(params)).account.displayName };
}

/** When and from where somebody signed in with the account or tried to, and how the sessions ended. */
export default async function AccountSignInsPage({ params, searchParams }: Props) {
  const { actor, account } = await loadAccount(params);
  const query = await searchParams;
  const [found, t] = await Promise.all([
    listSignInEvents(actor, { ...loadSignInParams(query), account: account.id }),
    getTranslations("signIns.filters"),
  ]);
  const path = `/admin/users/${account.id}/sign-ins`;
  const url = flatParams(query);
  return (
    <>
      <AccountHead actor={actor} account={account} />
      <ListForm
        path={path}
        params={url}
        fields={[
          { name: "from", label: t("from"), type: "date" },
          { name: "to", label: t("to"), type: "date" },
        ]}
        texts={{ show: t("show"), clear: t("clear") }}
      />
      <SignInTable found={found} path={path} params={url} ofOne />
    </>
  );
}
