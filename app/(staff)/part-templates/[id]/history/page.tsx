import type { Metadata } from "next";
import { referencedIds } from "@/components/audit/describe";
import { History } from "@/components/audit/history";
import { listReferenceLabels } from "@/lib/classes/queries/reference-labels";
import { listTemplateRows } from "@/lib/curriculum/part-templates/queries";
import { columnSight } from "@/lib/people/column-fields";
import { listRecordHistory } from "@/lib/platform/audit/queries";
import { loadAuditParams } from "@/lib/platform/audit/search-params";
import { requirePageAny } from "@/lib/platform/auth/page";
import { flatParams } from "@/lib/platform/url/href";
import { loadTemplate } from "../../_components/load";
import { TemplateHead } from "../../_components/template-head";

type Props = PageProps<"/part-templates/[id]/history">;

async function load(params: Props["params"]) {
  const loaded = await loadTemplate(params, "curriculum:read");
  await requirePageAny("audit:read_history", "audit:read");
  return loaded;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { set } = await load(params);
  return { title: `${set.programmeCode} · ${set.name.en}` };
}

/** Everything that was ever changed about a template. */
export default async function PartTemplateHistoryPage({ params, searchParams }: Props) {
  const { actor, set } = await load(params);
  const query = await searchParams;
  const { page, size } = loadAuditParams(query);
  const rows = await listTemplateRows(actor, set.id);
  const history = await listRecordHistory(actor, rows, page, size, columnSight(actor));
  const references = await listReferenceLabels(actor, referencedIds(history.rows));
  return (
    <>
      <TemplateHead actor={actor} set={set} />
      <History
        history={history}
        references={references}
        path={`/part-templates/${set.id}/history`}
        params={flatParams(query)}
      />
    </>
  );
}
