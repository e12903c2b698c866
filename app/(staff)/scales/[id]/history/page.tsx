import type { Metadata } from "next";
import { referencedIds } from "@/components/audit/describe";
import { History } from "@/components/audit/history";
import { listReferenceLabels } from "@/lib/classes/queries/reference-labels";
import { listScaleRows } from "@/lib/curriculum/scales/queries";
import { columnSight } from "@/lib/people/column-fields";
import { listRecordHistory } from "@/lib/platform/audit/queries";
import { loadAuditParams } from "@/lib/platform/audit/search-params";
import { requirePageAny } from "@/lib/platform/auth/page";
import { flatParams } from "@/lib/platform/url/href";
import { loadScale } from "../../_components/load";
import { ScaleHead } from "../../_components/scale-head";

type Props = PageProps<"/scales/[id]/history">;

async function load(params: Props["params"]) {
  const loaded = await loadScale(params, "curriculum:read");
  await requirePageAny("audit:read_history", "audit:read");
  return loaded;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await load(params)).scale.name };
}

/** Everything that was ever changed about a version of a scale. */
export default async function ScaleHistoryPage({ params, searchParams }: Props) {
  const { actor, scale } = await load(params);
  const query = await searchParams;
  const { page, size } = loadAuditParams(query);
  const rows = await listScaleRows(actor, scale.id);
  const history = await listRecordHistory(actor, rows, page, size, columnSight(actor));
  const references = await listReferenceLabels(actor, referencedIds(history.rows));
  return (
    <>
      <ScaleHead actor={actor} scale={scale} />
      <History
        history={history}
        references={references}
        path={`/scales/${scale.id}/history`}
        params={flatParams(query)}
      />
    </>
  );
}
