import type { Metadata } from "next";
import { referencedIds } from "@/components/audit/describe";
import { History } from "@/components/audit/history";
import { listReferenceLabels } from "@/lib/classes/queries/reference-labels";
import { listTestRows } from "@/lib/classes/test-resets/queries";
import { columnSight } from "@/lib/people/column-fields";
import { listRecordHistory } from "@/lib/platform/audit/queries";
import { loadAuditParams } from "@/lib/platform/audit/search-params";
import { requirePageAny } from "@/lib/platform/auth/page";
import { flatParams } from "@/lib/platform/url/href";
import { loadTerm } from "../../_components/load";
import { TermHead } from "../_components/term-head";

type Props = PageProps<"/terms/[code]/history">;

async function load(params: Props["params"]) {
  const loaded = await loadTerm(params, "calendar:read");
  await requirePageAny("audit:read_history", "audit:read");
  return loaded;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { term } = await load(params);
  return { title: term.code };
}

/** Everything that was ever changed about a term and its tests. */
export default async function TermHistoryPage({ params, searchParams }: Props) {
  const { actor, term } = await load(params);
  const query = await searchParams;
  const { page, size } = loadAuditParams(query);
  const tests = await listTestRows(actor, term.id);
  const history = await listRecordHistory(
    actor,
    [{ table: "term", keys: [term.id] }, ...tests],
    page,
    size,
    columnSight(actor),
  );
  const references = await listReferenceLabels(actor, referencedIds(history.rows));
  return (
    <>
      <TermHead actor={actor} term={term} />
      <History
        history={history}
        references={references}
        path={`/terms/${encodeURIComponent(term.code)}/history`}
        params={flatParams(query)}
      />
    </>
  );
}
