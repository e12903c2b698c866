import type { Metadata } from "next";
import { referencedIds } from "@/components/audit/describe";
import { History } from "@/components/audit/history";
import { listReferenceLabels } from "@/lib/classes/queries/reference-labels";
import { columnSight } from "@/lib/people/column-fields";
import { listRecordHistory } from "@/lib/platform/audit/queries";
import { loadAuditParams } from "@/lib/platform/audit/search-params";
import { flatParams } from "@/lib/platform/url/href";
import { AccountHead } from "../_components/account-head";
import { loadAccount } from "../_components/load";

type Props = PageProps<"/admin/users/[id]/history">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadAccount(params)).account.displayName };
}

/** What was changed about the account and its roles, by whom and why. */
export default async function AccountHistoryPage({ params, searchParams }: Props) {
  const { actor, account } = await loadAccount(params);
  const query = await searchParams;
  const { page, size } = loadAuditParams(query);
  const rows = [
    { table: "account", keys: [account.id] },
    { table: "role_assignment", keys: account.assignments.map(({ id }) => id) },
  ];
  const history = await listRecordHistory(actor, rows, page, size, columnSight(actor));
  const references = await listReferenceLabels(actor, referencedIds(history.rows));
  return (
    <>
      <AccountHead actor={actor} account={account} />
      <History
        history={history}
        references={references}
        path={`/admin/users/${account.id}/history`}
        params={flatParams(query)}
      />
    </>
  );
}
