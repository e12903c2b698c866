import type { Metadata } from "next";
import { referencedIds } from "@/components/audit/describe";
import { History } from "@/components/audit/history";
import { listReferenceLabels } from "@/lib/classes/queries/reference-labels";
import { listProgrammeRows, listRequirementNames } from "@/lib/curriculum/programmes/queries";
import { columnSight } from "@/lib/people/column-fields";
import { listRecordHistory } from "@/lib/platform/audit/queries";
import { loadAuditParams } from "@/lib/platform/audit/search-params";
import { requirePageAny } from "@/lib/platform/auth/page";
import { flatParams } from "@/lib/platform/url/href";
import { loadProgramme } from "../_components/load";

type Props = PageProps<"/programmes/[code]/history">;

async function load(params: Props["params"]) {
  const loaded = await loadProgramme(params, "/history");
  await requirePageAny("audit:read_history", "audit:read");
  return loaded;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { programme } = await load(params);
  return { title: programme.code };
}

/** Everything that was ever changed about a programme and its list of courses. */
export default async function ProgrammeHistoryPage({ params, searchParams }: Props) {
  const { actor, programme } = await load(params);
  const query = await searchParams;
  const { page, size } = loadAuditParams(query);
  const [rows, names] = await Promise.all([
    listProgrammeRows(actor, programme.id),
    listRequirementNames(actor, programme.id),
  ]);
  const history = await listRecordHistory(actor, rows, page, size, columnSight(actor));
  const references = await listReferenceLabels(actor, referencedIds(history.rows));
  return (
    <History
      history={history}
      references={references}
      names={names}
      path={`/programmes/${programme.code}/history`}
      params={flatParams(query)}
    />
  );
}
